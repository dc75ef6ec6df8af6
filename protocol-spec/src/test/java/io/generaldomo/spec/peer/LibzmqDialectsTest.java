package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Client, worker and broker of each dialect, among themselves. */
@RequiresLibzmq
final class LibzmqDialectsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    private LibzmqPeer peer;

    static Stream<LibzmqDialect> streaming() {
        return Arrays.stream(LibzmqDialect.values()).filter(LibzmqDialect::streams);
    }

    static Stream<LibzmqDialect> streamingToAnEnd() {
        return streaming().filter(LibzmqDialect::marksTheEnd);
    }

    @BeforeEach
    void start() {
        peer = LibzmqPeer.start();
    }

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestIsEchoed(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker first = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "echo"));
        LibzmqWorker second = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "echo"));
        ClientTally tally = peer.client(new ClientLoad(dialect, broker.endpoint(), "echo", 400)).await(LATER);
        assertThat(tally).isEqualTo(new ClientTally(400, 400, 0, 0, ""));
        assertThat(first.report().replies() + second.report().replies()).isEqualTo(400);
        assertThat(List.of(first.report(), second.report())).allSatisfy(worked -> {
            assertThat(worked.replies()).isPositive();
            assertThat(worked.malformed()).isZero();
        });
        assertThat(broker.report().malformed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("streamingToAnEnd")
    void everyPartOfEveryStreamComesInOrder(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "stream").streaming(5));
        ClientTally tally = peer.client(
                new ClientLoad(dialect, broker.endpoint(), "stream", 100).expecting(ExpectedReply.stream(5))).await(LATER);
        assertThat(tally).isEqualTo(new ClientTally(100, 100, 0, 0, 500, 0, 0, 0, 0, ""));
        assertThat(worker.report().partials()).isEqualTo(500);
        assertThat(worker.report().replies()).isEqualTo(100);
    }

    @Test
    void everyReportComesInOrderWhereNothingMarksTheLast() {
        LibzmqBroker broker = peer.broker(LibzmqDialect.MDP_0X, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(LibzmqDialect.MDP_0X, broker.endpoint(), "stream").streaming(5));
        ClientTally tally = peer.client(
                new ClientLoad(LibzmqDialect.MDP_0X, broker.endpoint(), "stream", 100).expecting(ExpectedReply.reports(5))).await(LATER);
        assertThat(tally).isEqualTo(new ClientTally(100, 100, 0, 0, 400, 0, 0, 0, 0, ""));
        assertThat(worker.report().partials()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("streaming")
    void partsAreSentOneByOneByAWorkerThatHolds(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "slow").holding().streaming(3));
        ExpectedReply expected = dialect.marksTheEnd() ? ExpectedReply.stream(3) : ExpectedReply.reports(3);
        LibzmqClient client = peer.client(
                new ClientLoad(dialect, broker.endpoint(), "slow", 1).beginning("r").expecting(expected).telling());
        worker.awaitRequest(SOON);
        worker.sendPartial();
        worker.sendPartial();
        assertThat(worker.report().partials()).isEqualTo(2);
        assertThat(client.report().received()).isZero();
        worker.release();
        LibzmqReply reply = client.awaitReply(SOON);
        assertThat(reply.pieces()).hasSize(dialect.marksTheEnd() ? 4 : 3);
        assertThat(reply.pieces().get(1).command()).isEqualTo(dialect.marksTheEnd() ? "PARTIAL" : "REPORT");
        assertThat(reply.pieces().get(1).body()).containsExactly("part 2 of 3".getBytes(UTF_8), "r0".getBytes(UTF_8));
        assertThat(client.await(SOON).isPerfect(1)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("streamingToAnEnd")
    void aStreamWithoutItsEndIsLostAndSaysSo(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "slow").holding().streaming(2));
        LibzmqClient client = peer.client(new ClientLoad(dialect, broker.endpoint(), "slow", 1)
                .expecting(ExpectedReply.stream(2)).patientFor(Duration.ofSeconds(1)));
        worker.awaitRequest(SOON);
        worker.sendPartial();
        assertThat(client.await(SOON)).satisfies(tally -> {
            assertThat(tally.lost()).isEqualTo(1);
            assertThat(tally.unended()).isEqualTo(1);
            assertThat(tally.partials()).isEqualTo(1);
            assertThat(tally.problem()).contains("after 1 parts");
        });
    }

    @Test
    void aWorkerOf0xTakesRequestsWhileItWorks() {
        LibzmqBroker broker = peer.broker(LibzmqDialect.MDP_0X, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(LibzmqDialect.MDP_0X, broker.endpoint(), "slow").holding());
        LibzmqClient client = peer.client(new ClientLoad(LibzmqDialect.MDP_0X, broker.endpoint(), "slow", 3).over(3));
        for (int i = 0; i < 3; i++) {
            worker.awaitRequest(SOON);
        }
        for (int i = 0; i < 3; i++) {
            worker.release();
        }
        assertThat(client.await(SOON).isPerfect(3)).isTrue();
    }

    @Test
    void whatA0xBrokerIsToldToRefuseGetsANak() {
        LibzmqBroker broker = peer.broker(LibzmqDialect.MDP_0X, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(LibzmqDialect.MDP_0X, broker.endpoint(), "echo"));
        LibzmqSocket operator = peer.open(LibzmqSocketType.DEALER);
        operator.connect(broker.endpoint());
        assertThat(filter(operator, "disable")).endsWith("mmi.filter", "501");
        assertThat(filter(operator, "forbid", "echo", "bad0")).endsWith("mmi.filter", "400");
        assertThat(filter(operator, "disable", "echo", "bad0")).endsWith("mmi.filter", "200");
        ClientLoad refused = new ClientLoad(LibzmqDialect.MDP_0X, broker.endpoint(), "echo", 1).beginning("bad");
        ClientTally tally = peer.client(refused.expecting(ExpectedReply.nak())).await(SOON);
        assertThat(tally).isEqualTo(new ClientTally(1, 1, 0, 0, 0, 1, 0, 0, 0, ""));
        assertThat(worker.report().requests()).isZero();
        assertThat(filter(operator, "enable", "echo", "bad0")).endsWith("mmi.filter", "200");
        assertThat(peer.client(refused).await(SOON).isPerfect(1)).isTrue();
    }

    private static List<String> filter(LibzmqSocket operator, String... body) {
        operator.send(Stream.concat(Stream.of("", "MDPC0X", "mmi.filter"), Arrays.stream(body)).toArray(String[]::new));
        return operator.receive(SOON).text();
    }

    @ParameterizedTest
    @EnumSource
    void idleWorkerAndBrokerHearEachOther(LibzmqDialect dialect) {
        Duration interval = Duration.ofMillis(20);
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT, interval);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "echo").heartbeating(interval));
        long deadline = System.nanoTime() + SOON.toNanos();
        while ((worker.report().heartbeats() < 5 || broker.report().heartbeats() < 5) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(worker.report().heartbeats()).isGreaterThanOrEqualTo(5);
        assertThat(broker.report().heartbeats()).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatLeavesSaysSo(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "echo"));
        assertThat(peer.client(new ClientLoad(dialect, broker.endpoint(), "echo", 1)).await(SOON).isPerfect(1)).isTrue();
        worker.leave();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (broker.report().workers() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(broker.report().workers()).isZero();
        assertThat(broker.report().disconnects()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatTheBrokerDoesNotWantIsDisconnectedAndComesAgain(LibzmqDialect dialect) {
        LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
        LibzmqWorker worker = peer.worker(new WorkerPlan(dialect, broker.endpoint(), "mmi.mine"));
        worker.awaitDisconnect(SOON);
        worker.awaitDisconnect(SOON);
        worker.vanish();
    }

    @Test
    void whatADialectDoesNotHaveIsRefused() {
        assertRefused("no partial replies", new WorkerPlan(LibzmqDialect.GDP, "tcp://127.0.0.1:1", "s").streaming(1));
        assertRefused("not a dialect for dealer", new WorkerPlan(LibzmqDialect.GDP, LibzmqSocketType.DEALER, "tcp://127.0.0.1:1", "s",
                WorkerPlan.Behaviour.ECHO, 0, SOON));
        assertRefused("REQ adds an empty frame", new WorkerPlan(LibzmqDialect.MDP_02, LibzmqSocketType.REQ, "tcp://127.0.0.1:1", "s",
                WorkerPlan.Behaviour.ECHO, 0, SOON));
    }

    private void assertRefused(String reason, WorkerPlan plan) {
        assertThatExceptionOfType(LibzmqPeerException.class).isThrownBy(() -> peer.worker(plan)).withMessageContaining(reason);
    }
}
