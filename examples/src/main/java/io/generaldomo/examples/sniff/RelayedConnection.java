package io.generaldomo.examples.sniff;

import io.generaldomo.spec.sniff.Conversation;
import io.generaldomo.spec.sniff.Side;
import io.generaldomo.spec.sniff.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/** A connection that a proxy accepted, and the one it made for it. Each way is passed on by a thread of its own; what is seen is told under the lock of the proxy. */
final class RelayedConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PIECE = 16 * 1024;

    private final Socket near;
    private final Socket far;
    private final StreamEndpoint to;
    private final Object lock;
    private final Conversation conversation;
    private boolean over;

    /**
     * A connection.
     *
     * @param near accepted
     * @param far to be connected
     * @param lock held while something is told, and while the time of that is taken, so that time never goes backwards
     */
    RelayedConnection(int number, Socket near, Socket far, StreamEndpoint to, Consumer<Sighting> listener, Object lock) {
        this.near = near;
        this.far = far;
        this.to = to;
        this.lock = lock;
        this.conversation = new Conversation(number, near.getInetAddress() == null ? "ipc" : ":" + near.getPort(), to.shortName(), true, listener);
    }

    /** Connects on; false, and told, if that fails. */
    boolean connect() {
        InetAddress host = near.getInetAddress();
        String name = host == null ? "a peer on this machine" : host.getHostAddress() + ":" + near.getPort();
        tell(Side.CONNECTOR, name + " connects to " + to);
        try {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(to.address(), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            tell(Side.LISTENER, "cannot be connected to: " + e.getMessage());
            return false;
        }
    }

    void passOn() {
        pass(near, far, Side.CONNECTOR);
    }

    void passBack() {
        pass(far, near, Side.LISTENER);
    }

    private void pass(Socket source, Socket destination, Side side) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = source.getInputStream();
            OutputStream out = destination.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                synchronized (lock) {
                    conversation.octets(side, Instant.now(), Arrays.copyOf(piece, count));
                }
                out.write(piece, 0, count);
            }
            end(side, true);
            destination.shutdownOutput();
        } catch (IOException e) {
            end(side, false);
            close(); // the other way is no use without this one
        }
    }

    /** Only the first to break off says so: that of the other side is our own doing. */
    private void end(Side side, boolean orderly) {
        synchronized (lock) {
            if (!over) {
                Instant now = Instant.now();
                conversation.end(side, now);
                conversation.event(side, now, orderly ? "closes" : "breaks off");
                over = !orderly;
            }
        }
    }

    private void tell(Side side, String text) {
        synchronized (lock) {
            conversation.event(side, Instant.now(), text);
        }
    }

    @Override
    public void close() {
        close(near);
        close(far);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
        }
    }
}
