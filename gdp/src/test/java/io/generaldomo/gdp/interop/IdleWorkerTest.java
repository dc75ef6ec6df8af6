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

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void staysRegisteredBesideABusyService() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (GdpBroker broker = GdpBroker.create(); LibzmqPeer libzmq = LibzmqPeer.start()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            List<LibzmqWorker> idle = Stream.of(LibzmqSocketType.CLIENT, LibzmqSocketType.DEALER)
                    .map(socket -> libzmq.worker(new WorkerPlan(socket, endpoint, "idle")))
                    .toList();
            CountDownLatch replies = new CountDownLatch(REQUESTS);
            AtomicInteger sent = new AtomicInteger();
            try (GdpWorker worker = GdpWorker.serve(endpoint, "busy", request -> request);
                    GdpClient client = GdpClient.connect(endpoint)) {
                assertThat(worker).isNotNull();
                clock.scheduleAtFixedRate(() -> {
                    if (sent.incrementAndGet() <= REQUESTS) {
                        client.request("busy", GdpMessage.ofUtf8("x")).thenRun(replies::countDown);
                    }
                }, 0, 1, TimeUnit.MILLISECONDS);
                assertThat(replies.await(SECONDS * 3L + 30, TimeUnit.SECONDS)).isTrue();
            }
            for (LibzmqWorker worker : idle) {
                WorkerTally tally = worker.report();
                assertThat(tally.readies()).as("registrations").isEqualTo(1);
                assertThat(tally.disconnects()).isZero();
                assertThat(tally.silences()).isZero();
                assertThat(tally.heartbeats()).as("heartbeats, one a second").isGreaterThanOrEqualTo(SECONDS - 2);
                assertThat(tally.heartbeatsSent()).isPositive();
            }
        } finally {
            clock.shutdownNow();
        }
    }
}
