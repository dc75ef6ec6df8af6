package io.generaldomo.examples.sniff;

import io.generaldomo.spec.sniff.Sighting;
import io.generaldomo.zmtp.transport.Endpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stands between peers: connects to the other endpoint for each connection that it accepts, passes octets on as they are, and tells what they are.
 *
 * <p>A thread accepts, two more serve each connection; they end with {@link #close}, or with their connection. Sightings are told one at a time, before the octets that they are
 * made of go on. Thread-safe.
 */
public final class SniffingProxy implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerSocket server;
    private final StreamEndpoint at;
    private final StreamEndpoint to;
    private final Consumer<Sighting> listener;
    private final Object oneAtATime = new Object();
    private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private SniffingProxy(ServerSocket server, StreamEndpoint at, StreamEndpoint to, Consumer<Sighting> listener) {
        this.server = server;
        this.at = at;
        this.to = to;
        this.listener = listener;
    }

    /**
     * Begins to accept.
     *
     * @param listen where peers connect to; host {@code *} means all interfaces, port 0 a free one
     * @param to where they are connected on to
     * @param listener told of all that is seen, by one thread at a time
     * @return the proxy, which goes on until it is closed
     * @throws IOException if it cannot listen there
     */
    public static SniffingProxy between(StreamEndpoint listen, StreamEndpoint to, Consumer<Sighting> listener) throws IOException {
        SniffingProxy proxy = new SniffingProxy(listen.bind(), listen, to, listener);
        start("sniff-accept", proxy::accept);
        return proxy;
    }

    /**
     * Where it listens.
     *
     * @return an endpoint with the port that it has, if it has one
     */
    public Endpoint endpoint() {
        return at.boundAs(server);
    }

    private void accept() {
        for (int number = 1; !closed; number++) {
            try {
                Socket accepted = server.accept();
                int its = number;
                start("sniff-" + number, () -> serve(its, accepted));
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS); // no file descriptors are left, say, or this is the end
            }
        }
    }

    private void serve(int number, Socket near) {
        try (near;
                Socket far = to.socket()) {
            serve(new RelayedConnection(number, near, far, to, listener, oneAtATime));
        } catch (IOException e) {
            // Likewise: the peer sees the end.
        }
    }

    private void serve(RelayedConnection connection) {
        connections.add(connection);
        try (connection) {
            if (closed || !connection.connect()) {
                return;
            }
            Thread back = start(Thread.currentThread().getName() + "-back", connection::passBack);
            connection.passOn();
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            // There is nobody who could do anything about it.
        }
        connections.forEach(RelayedConnection::close);
    }
}
