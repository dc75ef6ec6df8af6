package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Those who mean no good, all at once: connections of random octets, connections that say nothing, others that say one octet a second, clients whose key is
 * unknown and clients that expect another broker. Everything goes to the loopback interface, some hundred connections a second at the most.
 */
final class Attackers {
    private static final int SILENT = 500;
    private static final int SLOW = 20;
    private static final int MOST_A_SECOND = 60;
    private static final byte[] GREETING_BEGINS = {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1, 'C', 'U', 'R', 'V', 'E'};
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int port;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Random random = new Random(4711);
    private final AtomicLong connections = new AtomicLong();
    private final List<Socket> silent = new ArrayList<>();
    private final List<Socket> slow = new ArrayList<>();
    private final List<GdpClient> refused;
    private int octet;

    Attackers(int port, ConnectionConfig stranger, ConnectionConfig lost) {
        this.port = port;
        this.refused = List.of(
                GdpClient.connect(ClientConfig.of(stranger).withTimeout(PATIENCE)), GdpClient.connect(ClientConfig.of(lost).withTimeout(PATIENCE)));
        clock.scheduleAtFixedRate(this::garbage, 0, 50, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::dribble, 0, 1, TimeUnit.SECONDS);
        clock.scheduleAtFixedRate(this::knock, 0, 1, TimeUnit.SECONDS);
    }

    private synchronized void garbage() {
        try (Socket socket = open()) {
            byte[] octets = new byte[1 + random.nextInt(4096)];
            random.nextBytes(octets);
            if (random.nextBoolean()) {
                socket.getOutputStream().write(GREETING_BEGINS);
            }
            socket.getOutputStream().write(octets);
            socket.setSoLinger(random.nextBoolean(), 0);
        } catch (IOException closedByTheBroker) {
            // as it should be
        }
    }

    /** Keeps so many connections that say nothing, and so many that say an octet a second, as long as the broker puts up with them. */
    private synchronized void dribble() {
        keep(silent, SILENT);
        keep(slow, SLOW);
        for (Socket socket : slow) {
            try {
                socket.getOutputStream().write(GREETING_BEGINS[octet % GREETING_BEGINS.length]);
            } catch (IOException closedByTheBroker) {
                // replaced the next time
            }
        }
        octet++;
    }

    private void keep(List<Socket> sockets, int number) {
        sockets.removeIf(socket -> {
            boolean over = isOver(socket);
            if (over) {
                close(socket);
            }
            return over;
        });
        for (int i = 0; i < MOST_A_SECOND && sockets.size() < number; i++) {
            try {
                sockets.add(open());
            } catch (IOException refusedByTheBroker) {
                return;
            }
        }
    }

    /** Reads away the broker's greeting; what comes after it is the end. */
    private static boolean isOver(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read(new byte[256]) >= 0) {
                // greeting
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private void knock() {
        refused.forEach(client -> client.request("probe", GdpMessage.EMPTY));
    }

    private Socket open() throws IOException {
        connections.incrementAndGet();
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** Connections that were opened, in all. */
    long connections() {
        return connections.get();
    }

    /** Ends all attacks. */
    void stop() throws InterruptedException {
        clock.shutdownNow();
        if (!clock.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("attackers do not stop");
        }
        silent.forEach(Attackers::close);
        slow.forEach(Attackers::close);
        refused.forEach(GdpClient::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed in any case
        }
    }
}
