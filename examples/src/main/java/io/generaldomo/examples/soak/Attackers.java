package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Those who would keep the broker from its work: 500 connections that say nothing, 20 that say one octet a second of a greeting, and two clients that try ten times a
 * second with the wrong keys, one with its own unknown to the broker, one with another broker's.
 */
final class Attackers {
    static final byte[] GREETING_BEGINS = {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1, 'C', 'U', 'R', 'V', 'E'};

    private static final int SILENT = 500;
    private static final int SLOW = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final long LONGEST_SECONDS = 60;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong connections = new AtomicLong();
    private final CountDownLatch complete = new CountDownLatch(1);
    private final Loiterers silent;
    private final Loiterers slow;
    private final List<GdpClient> refused;

    Attackers(int port, ConnectionConfig stranger, ConnectionConfig lost) {
        SocketAddress broker = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        silent = new Loiterers(broker, SILENT, new byte[0]);
        slow = new Loiterers(broker, SLOW, GREETING_BEGINS);
        refused = List.of(client(stranger), client(lost));
        clock.scheduleAtFixedRate(this::step, 0, 1, TimeUnit.SECONDS);
    }

    private static GdpClient client(ConnectionConfig wrong) {
        ConnectionConfig eager = wrong.withReconnect(new ReconnectPolicy(BETWEEN_TRIES, BETWEEN_TRIES));
        return GdpClient.connect(ClientConfig.of(eager).withTimeout(PATIENCE));
    }

    private void step() {
        connections.addAndGet(silent.step() + slow.step());
        refused.forEach(client -> client.request("probe", GdpMessage.EMPTY)); // so that it has something to connect for
        if (silent.isComplete() && slow.isComplete()) {
            complete.countDown();
        }
    }

    /** Waits until all are there. */
    void awaitAll() throws InterruptedException {
        if (!complete.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the attackers do not get in");
        }
    }

    /** Silent and slow connections that were opened, in all. */
    long connections() {
        return connections.get();
    }

    /** Ends all attacks. */
    void stop() throws InterruptedException {
        clock.shutdownNow();
        if (!clock.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the attackers do not stop");
        }
        silent.leave();
        slow.leave();
        refused.forEach(GdpClient::close);
    }
}
