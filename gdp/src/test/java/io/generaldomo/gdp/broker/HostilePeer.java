package io.generaldomo.gdp.broker;

import io.generaldomo.spec.GoldenVectors;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A plain TCP connection that sends what it likes. What the broker makes of it may be that it breaks the connection, so that is no failure. */
final class HostilePeer implements AutoCloseable {
    static final byte[] GREETING = GoldenVectors.get("greeting", "null").bytes();
    static final byte[] READY = GoldenVectors.get("handshake", "ready-dealer").bytes();

    private final Socket socket;

    HostilePeer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
    }

    HostilePeer sends(byte[]... octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (byte[] some : octets) {
            try {
                out.write(some);
            } catch (SocketException closedAlready) {
                break;
            }
        }
        return this;
    }

    /** Waits until the broker closes the connection. */
    void awaitEnd() throws IOException {
        byte[] rest = new byte[4096];
        try {
            while (socket.getInputStream().read(rest) >= 0) {
                // what it says until then is its own business
            }
        } catch (SocketException reset) {
            // closed while we had sent more: also an end
        }
    }

    /** Reads up to the end of this text, whose characters are octets; what it read since it last did so. */
    String readUntil(String end) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(end) < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new EOFException(seen.toString());
            }
            seen.append((char) octet);
        }
        return seen.toString();
    }

    /** Reads so many octets. */
    void readOctets(long number) throws IOException {
        socket.getInputStream().skipNBytes(number);
    }

    /** Says that nothing more comes, and goes on listening. */
    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection with RST. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
