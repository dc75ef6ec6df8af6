package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** One client and one worker that mind their own business all the time: their round trips tell whether anybody disturbs them. */
final class Probe implements AutoCloseable {
    private static final GdpMessage QUESTION = GdpMessage.ofUtf8("are you there?");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 2;

    private final GdpWorker worker;
    private final GdpClient client;
    private final Recorder roundTrips = new Recorder(TimeUnit.SECONDS.toNanos(60), 3);
    private final AtomicLong failures = new AtomicLong();
    private final Thread asking = new Thread(this::ask, "soak-probe");

    Probe(ConnectionConfig broker) {
        worker = GdpWorker.serve(WorkerConfig.of(broker, "probe"), request -> request);
        client = GdpClient.connect(ClientConfig.of(broker).withTimeout(PATIENCE));
        asking.start();
    }

    private void ask() {
        try {
            while (true) {
                long sent = System.nanoTime();
                try {
                    client.request("probe", QUESTION).join();
                    roundTrips.recordValue(System.nanoTime() - sent);
                } catch (CompletionException e) {
                    failures.incrementAndGet();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException end) {
            // asked to end
        }
    }

    /** The round trips since the last call, in nanoseconds. */
    Histogram roundTrips() {
        return roundTrips.getIntervalHistogram();
    }

    /** Requests without a reply, in all. */
    long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        asking.interrupt();
        client.close();
        worker.close();
    }
}
