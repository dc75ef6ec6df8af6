package io.generaldomo.gdp.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqClient;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** libzmq clients and workers of every kind on one endpoint of our broker. */
@RequiresLibzmq
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LibzmqPeersOnOurBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int REQUESTS = 10_000;

    @Test
    void everyKindOfClientIsAnsweredByEveryKindOfWorkerAtTheSameTime() {
        try (GdpBroker broker = GdpBroker.create();
                LibzmqPeer workers = LibzmqPeer.start();
                LibzmqPeer clients = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            workers.worker(new WorkerPlan(LibzmqSocketType.CLIENT, endpoint, "echo"));
            workers.worker(new WorkerPlan(LibzmqSocketType.DEALER, endpoint, "echo"));
            List<LibzmqClient> running = Stream.of(LibzmqSocketType.CLIENT, LibzmqSocketType.DEALER, LibzmqSocketType.REQ)
                    .map(socket -> clients.client(new ClientLoad(socket, endpoint, "echo", REQUESTS)))
                    .toList();
            for (LibzmqClient client : running) {
                assertThat(client.await(PATIENCE)).matches(tally -> tally.isPerfect(REQUESTS));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "DEALER"})
    void clientsAreAnsweredByAWorkerOfTheOtherKind(LibzmqSocketType workerSocket) {
        try (GdpBroker broker = GdpBroker.create(); LibzmqPeer libzmq = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            LibzmqWorker worker = libzmq.worker(new WorkerPlan(workerSocket, endpoint, "echo"));
            Stream.of(LibzmqSocketType.CLIENT, LibzmqSocketType.DEALER, LibzmqSocketType.REQ)
                    .map(socket -> libzmq.client(new ClientLoad(socket, endpoint, "echo", 200)))
                    .forEach(client -> assertThat(client.await(PATIENCE)).matches(tally -> tally.isPerfect(200)));
            assertThat(worker.report().replies()).isEqualTo(600);
        }
    }

    /** The process of a worker dies in the middle of a request: the other worker gets it, and the client its reply. */
    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "DEALER"})
    void requestOfAKilledWorkerGoesToAnother(LibzmqSocketType socket) {
        try (GdpBroker broker = GdpBroker.create();
                LibzmqPeer doomed = LibzmqPeer.start();
                LibzmqPeer other = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            LibzmqWorker victim = doomed.worker(new WorkerPlan(socket, endpoint, "echo").holding());
            LibzmqClient client = other.client(new ClientLoad(socket, endpoint, "echo", 1));
            victim.awaitRequest(PATIENCE);
            LibzmqWorker survivor = other.worker(new WorkerPlan(socket, endpoint, "echo"));
            doomed.kill();
            assertThat(client.await(PATIENCE)).matches(tally -> tally.isPerfect(1));
            assertThat(survivor.report().requests()).isEqualTo(1);
        }
    }
}
