package io.generaldomo.gdp.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.AnyValidKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user who comes with libzmq and a CURVE key may do what the rules of our broker allow, and nothing else. */
@RequiresLibzmq
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LibzmqUserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final CurveKeyPair BROKER = CurveKeyPair.generate();
    private static final CurveKeyPair USER = CurveKeyPair.generate();
    private static final CurveKeyPair SERVING = CurveKeyPair.generate();

    @Test
    void requestsWhatTheRulesAllow() {
        AccessRules rules = AccessRules.DENY_ALL
                .allowRequests(USER.publicKey().z85(), "echo", "mmi.service")
                .allowServing(SERVING.publicKey().z85(), "*");
        BrokerConfig config =
                BrokerConfig.DEFAULT.withSecurity(new ZmtpSecurity.CurveServer(BROKER, new AnyValidKey())).withAccess(rules);
        try (GdpBroker broker = GdpBroker.create(config); LibzmqPeer libzmq = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            ConnectionConfig connection = ConnectionConfig.to(endpoint)
                    .withSecurity(new ZmtpSecurity.CurveClient(SERVING, BROKER.publicKey()));
            try (GdpWorker echo = GdpWorker.serve(WorkerConfig.of(connection, "echo"), request -> request);
                    GdpWorker other = GdpWorker.serve(WorkerConfig.of(connection, "other"), request -> request);
                    LibzmqSocket user = libzmq.open(LibzmqSocketType.DEALER, curve())) {
                assertThat(echo).isNotNull();
                assertThat(other).isNotNull();
                user.connect(endpoint);
                user.send("", "MDPC01", "other", "not for you");
                user.send("", "MDPC01", "mmi.services", "");
                assertThat(frames(user)).containsExactly("", "MDPC01", "mmi.services", "403");
                user.send("", "MDPC01", "echo", "hello");
                assertThat(frames(user)).as("the first request has no reply").containsExactly("", "MDPC01", "echo", "hello");
            }
        }
    }

    private static List<String> frames(LibzmqSocket user) {
        return user.receive(PATIENCE).text();
    }

    private static Map<String, String> curve() {
        return Map.of(
                "curvePublicKey", USER.publicKey().z85(),
                "curveSecretKey", USER.secretZ85(),
                "curveServerKey", BROKER.publicKey().z85());
    }
}
