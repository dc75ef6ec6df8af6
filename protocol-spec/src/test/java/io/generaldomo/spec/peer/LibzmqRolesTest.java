package io.generaldomo.spec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peers themselves are proved against each other before anything of ours is proved against them. */
@RequiresLibzmq
final class LibzmqRolesTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(30);

    private LibzmqPeer peer;

    @BeforeEach
    void start() {
        peer = LibzmqPeer.start();
    }

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({"SERVER, CLIENT, CLIENT", "ROUTER, DEALER, DEALER", "ROUTER, DEALER, REQ"})
    void everyRequestIsEchoed(LibzmqSocketType hub, LibzmqSocketType worker, LibzmqSocketType client) {
        LibzmqBroker broker = peer.broker(hub, "tcp://127.0.0.1:*");
        LibzmqWorker first = peer.worker(new WorkerPlan(worker, broker.endpoint(), "echo"));
        LibzmqWorker second = peer.worker(new WorkerPlan(worker, broker.endpoint(), "echo"));
        ClientTally tally = peer.client(new ClientLoad(client, broker.endpoint(), "echo", 500)).await(LATER);
        assertThat(tally).isEqualTo(new ClientTally(500, 500, 0, 0, ""));
        assertThat(first.report().replies() + second.report().replies()).isEqualTo(500);
        assertThat(List.of(first.report(), second.report())).allSatisfy(worked -> {
            assertThat(worked.replies()).isPositive();
            assertThat(worked.malformed()).isZero();
        });
        assertThat(broker.report().requests()).isEqualTo(500);
        assertThat(broker.report().malformed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SERVER, CLIENT", "ROUTER, DEALER"})
    void workerHoldsARequestUntilReleased(LibzmqSocketType hub, LibzmqSocketType type) {
        LibzmqBroker broker = peer.broker(hub, "tcp://127.0.0.1:*");
        LibzmqWorker worker = peer.worker(new WorkerPlan(type, broker.endpoint(), "slow").holding());
        LibzmqClient client = peer.client(new ClientLoad(type, broker.endpoint(), "slow", 1));
        assertThat(worker.awaitRequest(SOON)).hasSize(2);
        assertThat(client.report().received()).isZero();
        worker.release();
        assertThat(client.await(SOON).isPerfect(1)).isTrue();
    }

    @Test
    void aRequestNobodyAnswersIsLostAndSaysSo() {
        LibzmqBroker broker = peer.broker(LibzmqSocketType.SERVER, "tcp://127.0.0.1:*");
        ClientTally tally = peer.client(new ClientLoad(
                LibzmqSocketType.CLIENT, broker.endpoint(), "none", 2, 1, "x", Duration.ofMillis(60))).await(SOON);
        assertThat(tally.lost()).isEqualTo(2);
        assertThat(tally.problem()).contains("request 0").contains("EAGAIN");
        assertThat(tally.isPerfect(2)).isFalse();
    }

    @Test
    void aReplyThatIsNoEchoIsCountedAsWrong() {
        LibzmqBroker broker = peer.broker(LibzmqSocketType.SERVER, "tcp://127.0.0.1:*");
        ClientTally tally = peer.client(new ClientLoad(LibzmqSocketType.CLIENT, broker.endpoint(), "mmi.unknown", 3)).await(SOON);
        assertThat(tally.wrong()).isEqualTo(3);
        assertThat(tally.problem()).contains("353031"); // 501
    }

    @ParameterizedTest
    @CsvSource({"SERVER, CLIENT", "ROUTER, DEALER"})
    void aWorkerThatTheBrokerDoesNotWantIsDisconnectedAndComesAgain(LibzmqSocketType hub, LibzmqSocketType type) {
        LibzmqBroker broker = peer.broker(hub, "tcp://127.0.0.1:*");
        LibzmqWorker worker = peer.worker(new WorkerPlan(type, broker.endpoint(), "mmi.mine"));
        worker.awaitDisconnect(SOON);
        worker.awaitDisconnect(SOON);
        worker.vanish();
    }

    @ParameterizedTest
    @CsvSource({"SERVER, CLIENT", "ROUTER, DEALER"})
    void aWorkerThatLeavesSaysSo(LibzmqSocketType hub, LibzmqSocketType type) {
        LibzmqBroker broker = peer.broker(hub, "tcp://127.0.0.1:*");
        LibzmqWorker worker = peer.worker(new WorkerPlan(type, broker.endpoint(), "echo"));
        assertThat(peer.client(new ClientLoad(type, broker.endpoint(), "echo", 1)).await(SOON).received()).isEqualTo(1);
        worker.leave();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (broker.report().workers() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(broker.report().workers()).isZero();
        assertThat(broker.report().disconnects()).isEqualTo(1);
    }
}
