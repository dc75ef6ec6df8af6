package io.generaldomo.examples.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Twenty connections a second of random octets, half of them behind the beginning of a greeting, some ended by a reset. */
final class Garbage {
    private static final int MOST_OCTETS = 4096;
    private static final long EVERY_MILLIS = 50;
    private static final long LONGEST_SECONDS = 60;

    private final int port;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(4711);
    private final AtomicLong connections = new AtomicLong();

    Garbage(int port) {
        this.port = port;
        clock.scheduleAtFixedRate(this::drop, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void drop() {
        connections.incrementAndGet();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] octets = new byte[1 + random.nextInt(MOST_OCTETS)];
            random.nextBytes(octets);
            if (random.nextBoolean()) {
                socket.getOutputStream().write(Attackers.GREETING_BEGINS);
            }
            socket.getOutputStream().write(octets);
            socket.setSoLinger(random.nextBoolean(), 0);
        } catch (IOException closedByTheBroker) {
            // as it should be
        }
    }

    /** Connections that were opened, in all. */
    long connections() {
        return connections.get();
    }

    /** Ends it. */
    void stop() throws InterruptedException {
        clock.shutdownNow();
        if (!clock.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the garbage does not stop");
        }
    }
}
