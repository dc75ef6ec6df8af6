package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.CurveKeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** libzmq's program in C: it is compiled, its roles understand what is said to them, talk with each other and with our broker, and count. Needs gcc; CI has it. */
class LibzmqPeerTest {
    private static final String CLIENT_SERVER = "kind=client-server";

    private final Peer libzmq = Peers.LIBZMQ;

    @BeforeEach
    void needsGcc() {
        assumeTrue(libzmq.missing().isEmpty() || System.getenv("CI") != null, () -> "missing: " + libzmq.missing());
    }

    @Test
    void oneWay() throws Exception {
        try (RoleProcess receiver = start(Role.RECEIVER, "kind=push-pull", "size=100");
                RoleProcess sender = start(Role.SENDER, "kind=push-pull", "size=100", "endpoint=" + receiver.endpoint())) {
            RoleResult received = traffic(receiver, "messages");
            assertThat(received.number("octets")).hasValue(100 * received.number("messages").orElseThrow());
            assertThat(received.number("p50")).isEmpty();
            traffic(sender, "messages");
        }
    }

    @Test
    void everySubscriberGetsTheMessagesOfItsTopic() throws Exception {
        try (RoleProcess publisher = start(Role.PUBLISHER, "topics=2", "size=100", "whenfull=wait");
                RoleProcess subscribers = start(Role.SUBSCRIBER, "subscribers=6", "topics=2", "size=100", "endpoint=" + publisher.endpoint())) {
            traffic(publisher, "messages");
            RoleResult received = traffic(subscribers, "messages");
            assertThat(received.number("octets")).hasValue(100 * received.number("messages").orElseThrow());
        }
    }

    @Test
    void roundTripsWithCurve() throws Exception {
        String[] server = keys();
        String[] own = keys();
        try (RoleProcess echo = start(Role.ECHO, CLIENT_SERVER, "mechanism=curve", "secret=" + server[1]);
                RoleProcess client = start(
                        Role.CLIENT, CLIENT_SERVER, "mechanism=curve", "public=" + own[0], "secret=" + own[1], "serverkey=" + server[0],
                        "inflight=10", "endpoint=" + echo.endpoint())) {
            RoleResult result = traffic(client, "p50");
            assertThat(result.number("p50").orElseThrow()).isPositive().isLessThanOrEqualTo(result.number("max").orElseThrow());
        }
    }

    @Test
    void requestsThroughOurBroker() throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            String endpoint = "endpoint=" + broker.bind("tcp://127.0.0.1:0").join();
            try (RoleProcess worker = start(Role.WORKER, "dialect=mdp01", "workers=4", "services=2", endpoint);
                    RoleProcess requester = start(Role.REQUESTER, "dialect=mdp01", "inflight=5", "services=2", endpoint)) {
                traffic(requester, "p50");
                traffic(worker, "messages");
            }
        }
    }

    private RoleProcess start(Role role, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(libzmq.program(role));
        command.add(role.toString());
        command.addAll(List.of(arguments));
        return new RoleProcess(role, command);
    }

    /** The first result that tells of messages, or of round trips. */
    private static RoleResult traffic(RoleProcess role, String key) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < end; ) {
            role.start();
            role.stop();
            RoleResult result = role.result();
            if (result.number(key).orElse(0) > 0) {
                return result;
            }
        }
        throw new AssertionError("no " + key);
    }

    private static String[] keys() {
        CurveKeyPair pair = CurveKeyPair.generate();
        return new String[] {HexFormat.of().formatHex(pair.publicKey().octets()), HexFormat.of().formatHex(pair.secretOctets())};
    }
}
