package io.generaldomo.spec.conformance;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Octets;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A connection as octets: what was received and not yet taken is kept, whether it makes a whole frame or not. A lost connection is no failure
 * here: many cases expect one. Confined to the thread of the case.
 */
final class Wire {
    private final Socket socket;
    private final Transcript transcript;
    private final int number;
    private final byte[] chunk = new byte[16 * 1024];
    private byte[] received = {};
    private boolean closed;

    Wire(Socket socket, Transcript transcript) throws IOException {
        this.socket = socket;
        this.transcript = transcript;
        this.number = transcript.connection();
        socket.setTcpNoDelay(true);
    }

    void send(byte[] octets) {
        transcript.sent(number, octets);
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            // The peer has closed: what it said before can still be read, and then that it closed.
        }
    }

    /** Whether the peer has closed the connection, and all it sent before was received. */
    boolean isClosed() {
        return closed;
    }

    /** How many octets were received and not taken. */
    int available() {
        return received.length;
    }

    /** Waits for more octets, or for the end. False if neither came before the deadline, by {@link System#nanoTime()}. */
    boolean await(long deadline) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (closed || millis <= 0) {
            return closed;
        }
        try {
            socket.setSoTimeout((int) millis);
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                closed = true;
            } else {
                byte[] more = Arrays.copyOf(chunk, count);
                transcript.received(number, more);
                received = Octets.join(received, more);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            closed = true; // reset
            return true;
        }
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOf(received, count);
        received = Arrays.copyOfRange(received, count, received.length);
        return taken;
    }

    /** The next frame, if all of it was received. */
    Optional<Frame> frame() {
        int header = received.length > 0 && (received[0] & 2) != 0 ? 9 : 2;
        if (received.length < header) {
            return Optional.empty();
        }
        long size = Octets.number(received, 1, header - 1);
        if (size < 0 || size > received.length - header) {
            return Optional.empty();
        }
        int flags = take(header)[0] & 0xff;
        return Optional.of(new Frame(flags, take((int) size)));
    }
}
