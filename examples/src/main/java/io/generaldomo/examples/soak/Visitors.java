package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients and workers that come, ask or serve for a while, and go: most say goodbye, some are killed. */
final class Visitors {
    private static final int SERVICES = 10;
    private static final int LONGEST_STAY_MILLIS = 10_000;
    private static final int ASK_EVERY_MILLIS = 50;
    private static final int ONE_IN_SO_MANY_IS_KILLED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionConfig broker;
    private final ZmtpTransport shared = ZmtpTransport.create(1);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Random random = new Random(20261122);
    private final AtomicLong visits = new AtomicLong();
    private final AtomicLong replies = new AtomicLong();
    private volatile boolean closing;

    Visitors(ConnectionConfig broker, int number) {
        this.broker = broker;
        for (int i = 0; i < number; i++) {
            boolean asks = i % 2 == 0;
            String service = "soak-" + i / 2 % SERVICES;
            clock.schedule(() -> come(asks, service), chance(LONGEST_STAY_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized int chance(int bound) {
        return random.nextInt(bound);
    }

    private void come(boolean asks, String service) {
        if (closing) {
            return;
        }
        visits.incrementAndGet();
        boolean killed = chance(ONE_IN_SO_MANY_IS_KILLED) == 0;
        ZmtpTransport transport = killed ? ZmtpTransport.create(1) : shared;
        AutoCloseable visitor = asks ? client(service, transport) : worker(service, transport);
        clock.schedule(() -> go(asks, service, visitor, transport), 500 + chance(LONGEST_STAY_MILLIS), TimeUnit.MILLISECONDS);
    }

    private AutoCloseable worker(String service, ZmtpTransport transport) {
        return GdpWorker.serve(WorkerConfig.of(broker, service), request -> request, Runnable::run, transport);
    }

    private AutoCloseable client(String service, ZmtpTransport transport) {
        GdpClient client = GdpClient.connect(ClientConfig.of(broker).withTimeout(PATIENCE).withConnections(2), transport);
        var asking = clock.scheduleAtFixedRate(
                () -> client.request(service, GdpMessage.of(new byte[chance(2000)])).thenRun(replies::incrementAndGet),
                0, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            asking.cancel(false);
            client.close();
        };
    }

    private void go(boolean asks, String service, AutoCloseable visitor, ZmtpTransport transport) {
        try {
            if (transport != shared) {
                transport.close(); // its connections break off, without a word to the broker
            }
            visitor.close();
        } catch (Exception e) {
            throw new IllegalStateException("a visitor cannot leave", e);
        }
        come(asks, service);
    }

    /** Clients and workers that came, in all. */
    long visits() {
        return visits.get();
    }

    /** Replies that clients got, in all. */
    long replies() {
        return replies.get();
    }

    /** Lets nobody come any more, and waits until the last has gone. */
    void leave() throws InterruptedException {
        closing = true;
        clock.shutdown(); // those who are there leave when their time has come
        if (!clock.awaitTermination(2L * LONGEST_STAY_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("visitors do not leave");
        }
        shared.close();
    }
}
