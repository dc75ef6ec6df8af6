package io.generaldomo.gdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Broker, client and worker over the mechanisms that ask who comes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecurityTest {
    private static final CurveKeyPair BROKER = CurveKeyPair.generate();
    private static final CurveKeyPair ALICE = CurveKeyPair.generate();
    private static final CurveKeyPair BOB = CurveKeyPair.generate();
    private static final GdpMessage QUESTION = GdpMessage.ofUtf8("question");

    /** The users alice, who asks, and bob, who serves; and somebody with credentials that nobody knows. */
    enum Mechanism {
        PLAIN(
                new ZmtpSecurity.PlainServer(Mechanism::password),
                new ZmtpSecurity.PlainClient("alice", "a"),
                new ZmtpSecurity.PlainClient("bob", "b"),
                new ZmtpSecurity.PlainClient("alice", "b")),
        CURVE(
                new ZmtpSecurity.CurveServer(BROKER, Mechanism::key),
                new ZmtpSecurity.CurveClient(ALICE, BROKER.publicKey()),
                new ZmtpSecurity.CurveClient(BOB, BROKER.publicKey()),
                new ZmtpSecurity.CurveClient(CurveKeyPair.generate(), BROKER.publicKey()));

        private final ZmtpSecurity broker;
        private final ZmtpSecurity alice;
        private final ZmtpSecurity bob;
        private final ZmtpSecurity stranger;

        Mechanism(ZmtpSecurity broker, ZmtpSecurity alice, ZmtpSecurity bob, ZmtpSecurity stranger) {
            this.broker = broker;
            this.alice = alice;
            this.bob = bob;
            this.stranger = stranger;
        }

        private static CompletableFuture<ZmtpVerdict> password(ZmtpApplicant applicant) {
            ZmtpCredentials.Password shown = (ZmtpCredentials.Password) applicant.credentials();
            String right = Map.of("alice", "a", "bob", "b").getOrDefault(shown.user(), "");
            return verdict(Arrays.equals(shown.password(), right.getBytes(UTF_8)), shown.user());
        }

        private static CompletableFuture<ZmtpVerdict> key(ZmtpApplicant applicant) {
            String user = Map.of(ALICE.publicKey(), "alice", BOB.publicKey(), "bob")
                    .getOrDefault(((ZmtpCredentials.Key) applicant.credentials()).key(), "");
            return verdict(!user.isEmpty(), user);
        }

        private static CompletableFuture<ZmtpVerdict> verdict(boolean good, String user) {
            return CompletableFuture.completedFuture(
                    good ? ZmtpVerdict.accept(user) : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        }

        BrokerConfig config() {
            return BrokerConfig.DEFAULT
                    .withSecurity(broker)
                    .withAccess(AccessRules.DENY_ALL.allowRequests("alice", "echo").allowServing("bob", "echo"));
        }
    }

    private static GdpClient client(String endpoint, ZmtpSecurity security, Duration timeout) {
        return GdpClient.connect(
                ClientConfig.of(ConnectionConfig.to(endpoint).withSecurity(security)).withTimeout(timeout));
    }

    @ParameterizedTest
    @EnumSource
    void requestsAndRepliesPassWhereCredentialsAreGood(Mechanism mechanism) throws Exception {
        try (GdpBroker broker = GdpBroker.create(mechanism.config())) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            ConnectionConfig served = ConnectionConfig.to(endpoint).withSecurity(mechanism.bob);
            try (GdpWorker worker = GdpWorker.serve(WorkerConfig.of(served, "echo"), request -> request);
                    GdpClient client = client(endpoint, mechanism.alice, Duration.ofSeconds(30))) {
                assertThat(worker).isNotNull();
                assertThat(client.request("echo", QUESTION).get(30, TimeUnit.SECONDS)).isEqualTo(QUESTION);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingPassesWhereTheyAreNot(Mechanism mechanism) {
        try (GdpBroker broker = GdpBroker.create(mechanism.config())) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            assertRefused(endpoint, mechanism.stranger);
            assertRefused(endpoint, ZmtpSecurity.NONE);
        }
    }

    @Test
    void anotherBrokersKeyIsNotTalkedTo() {
        try (GdpBroker broker = GdpBroker.create(Mechanism.CURVE.config())) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            assertRefused(endpoint, new ZmtpSecurity.CurveClient(ALICE, CurveKeyPair.generate().publicKey()));
        }
    }

    private static void assertRefused(String endpoint, ZmtpSecurity security) {
        try (GdpClient client = client(endpoint, security, Duration.ofMillis(500))) {
            assertThatThrownBy(client.request("mmi.broker", GdpMessage.EMPTY)::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(GdpException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsLetInMayDoWhatTheRulesAllow(Mechanism mechanism) throws Exception {
        try (GdpBroker broker = GdpBroker.create(mechanism.config())) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            try (GdpClient alice = client(endpoint, mechanism.alice, Duration.ofMillis(500))) {
                GdpMessage answer = alice.request("mmi.broker", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS);
                assertThat(answer).isEqualTo(GdpMessage.ofUtf8("403"));
                assertThatThrownBy(alice.request("other", QUESTION)::join).hasCauseInstanceOf(GdpException.class);
            }
        }
    }

    @Test
    void eachSideHasARole() {
        ConnectionConfig connection = ConnectionConfig.to("tcp://127.0.0.1:5555");
        assertThatIllegalArgumentException().isThrownBy(() -> connection.withSecurity(Mechanism.PLAIN.broker));
        assertThatIllegalArgumentException().isThrownBy(() -> connection.withSecurity(Mechanism.CURVE.broker));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withSecurity(Mechanism.PLAIN.alice));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withSecurity(Mechanism.CURVE.alice));
    }
}
