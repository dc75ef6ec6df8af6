package io.generaldomo.spec.conformance;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/** How connections to the peer come about: each case needs a new one. Safe for use by several threads. */
public abstract class Approach {
    private final PeerRole role;

    private Approach(PeerRole role) {
        this.role = role;
    }

    /** Makes the sockets that connect. */
    @FunctionalInterface
    public interface Sockets {
        /**
         * Makes one.
         *
         * @return a socket that is not connected
         * @throws IOException if there are no more
         */
        Socket make() throws IOException;
    }

    /**
     * Connects to a peer that listens, over TCP.
     *
     * @param address where it listens
     * @return the approach
     */
    public static Approach connect(SocketAddress address) {
        return connect(address, Socket::new);
    }

    /**
     * Connects to a peer that listens.
     *
     * @param address where it listens
     * @param sockets to connect with, such as those of TLS, or {@link io.generaldomo.spec.ipc.IpcSocket}; called by several threads at a time
     * @return the approach
     */
    public static Approach connect(SocketAddress address, Sockets sockets) {
        return new Approach(PeerRole.LISTENING) {
            @Override
            Connection open(Duration patience) throws IOException {
                Socket socket = sockets.make();
                try {
                    socket.connect(address, (int) patience.toMillis());
                    return new Connection(socket, this, () -> { });
                } catch (IOException e) {
                    socket.close();
                    throw e;
                }
            }
        };
    }

    /**
     * Waits for a peer that connects again and again. One that gives up, as libzmq does after a breach of the protocol, has to be started anew by
     * its user; {@link #invite} does that by itself.
     *
     * @param listener bound; closed by the caller
     * @return the approach
     */
    public static Approach accept(ServerSocket listener) {
        return new Approach(PeerRole.CONNECTING) {
            @Override
            Connection open(Duration patience) throws IOException {
                return new Connection(accepted(listener, patience), this, () -> { });
            }
        };
    }

    /** Starts a peer that connects. */
    @FunctionalInterface
    public interface Invitation {
        /**
         * Starts one.
         *
         * @param port on the loopback interface where it is to connect to
         * @return ends it
         * @throws Exception if it cannot be started
         */
        AutoCloseable start(int port) throws Exception;
    }

    /**
     * Starts a peer for each connection.
     *
     * @param invitation starts it; called by several threads at a time
     * @return the approach
     */
    public static Approach invite(Invitation invitation) {
        return new Approach(PeerRole.CONNECTING) {
            @Override
            Connection open(Duration patience) throws IOException {
                try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    AutoCloseable peer = started(invitation, listener.getLocalPort());
                    return new Connection(accepted(listener, patience), this, peer);
                }
            }
        };
    }

    /**
     * A peer that listens and was started for one case.
     *
     * @param address where it listens
     * @param peer    ends it
     */
    public record Host(SocketAddress address, AutoCloseable peer) {}

    /**
     * Starts a peer that listens for each case: one that may not survive what others do to it.
     *
     * @param start starts it; called by several threads at a time
     * @return the approach
     */
    public static Approach start(Supplier<Host> start) {
        return new Approach(PeerRole.LISTENING) {
            @Override
            Connection open(Duration patience) throws IOException {
                Host host = start.get();
                Approach approach = connect(host.address());
                return new Connection(approach.open(patience).socket(), approach, host.peer());
            }
        };
    }

    private static AutoCloseable started(Invitation invitation, int port) throws IOException {
        try {
            return invitation.start(port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(e);
        } catch (Exception e) {
            throw new IOException("the peer cannot be started", e);
        }
    }

    private static Socket accepted(ServerSocket listener, Duration patience) throws IOException {
        listener.setSoTimeout((int) patience.toMillis());
        try {
            return listener.accept();
        } catch (SocketTimeoutException e) {
            throw new IOException("the peer did not connect within " + patience.toMillis() + " ms", e);
        }
    }

    /**
     * Which side of TCP the peer is.
     *
     * @return its role
     */
    public final PeerRole role() {
        return role;
    }

    /** Makes a connection. */
    abstract Connection open(Duration patience) throws IOException;
}
