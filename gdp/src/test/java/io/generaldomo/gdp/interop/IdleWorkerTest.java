package io.generaldomo.gdp.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import io.generaldomo.spec.peer.WorkerTally;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Idle libzmq workers beside a busy service: 1,000 requests a second for a minute, while the idle ones get a heartbeat each second, send their
 * own, and stay registered as they are.
 */
@RequiresLibzmq
class IdleWorkerTest {
    private static final int SECONDS = Integer.getInteger("generaldomo.idleSeconds", 60);
    private static final int REQUESTS = SECONDS * 1000;
    private static final int MOST_UNDER_WAY = 1000;
    private static final int HEARTBEATS = SECONDS - 2;

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void staysRegisteredBesideABusyService() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (GdpBroker broker = GdpBroker.create(); LibzmqPeer libzmq = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            List<LibzmqWorker> idle = Stream.of(LibzmqSocketType.CLIENT, LibzmqSocketType.DEALER)
                    .map(socket -> libzmq.worker(new WorkerPlan(socket, endpoint, "idle")))
                    .toList();
            Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
            AtomicInteger replies = new AtomicInteger();
            try (GdpWorker worker = GdpWorker.serve(endpoint, "busy", request -> request);
                    GdpClient client = GdpClient.connect(endpoint)) {
                assertThat(worker).isNotNull();
                CountDownLatch over = new CountDownLatch(REQUESTS);
                clock.scheduleAtFixedRate(() -> {
                    over.countDown();
                    if (underWay.tryAcquire()) { // a machine that cannot keep up gets fewer
                        client.request("busy", GdpMessage.ofUtf8("x")).thenRun(() -> {
                            replies.incrementAndGet();
                            underWay.release();
                        });
                    }
                }, 0, 1, TimeUnit.MILLISECONDS);
                assertThat(over.await(SECONDS * 3L + 30, TimeUnit.SECONDS)).isTrue();
                idle.forEach(IdleWorkerTest::awaitHeartbeats);
                clock.shutdown();
                assertThat(clock.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                assertThat(underWay.tryAcquire(MOST_UNDER_WAY, 60, TimeUnit.SECONDS)).as("every request had its reply").isTrue();
            }
            System.out.printf("%d of %d requests in %d s beside the idle workers%n", replies.get(), REQUESTS, SECONDS);
            for (LibzmqWorker worker : idle) {
                WorkerTally tally = worker.report();
                assertThat(tally.readies()).as("registrations").isEqualTo(1);
                assertThat(tally.disconnects()).isZero();
                assertThat(tally.silences()).isZero();
                assertThat(tally.heartbeats()).as("heartbeats, one a second").isGreaterThanOrEqualTo(HEARTBEATS);
                assertThat(tally.heartbeatsSent()).isPositive();
            }
        } finally {
            clock.shutdownNow();
        }
    }

    /** On a machine that is busy otherwise a heartbeat may be late, and then those after it are as well. */
    private static void awaitHeartbeats(LibzmqWorker worker) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; ) {
            if (worker.report().heartbeats() >= HEARTBEATS) {
                return;
            }
        }
    }
}
