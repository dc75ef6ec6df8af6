package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.transport.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;

/** A plain TCP connection that sends what it likes. */
final class Stranger implements AutoCloseable {
    private final Socket socket;

    Stranger(String endpoint) throws IOException {
        this(endpoint, "127.0.0.1");
    }

    /** Comes from one of the many addresses of the loopback interface. */
    Stranger(String endpoint, String from) throws IOException {
        Endpoint to = Endpoint.parse(endpoint);
        socket = new Socket(InetAddress.getByName(to.host()), to.port(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
    }

    Stranger sends(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    Stranger sends(String hex) throws IOException {
        return sends(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    byte[] reads(int octets) throws IOException {
        return socket.getInputStream().readNBytes(octets);
    }

    /** Waits until the other side closes the connection. */
    void awaitEnd() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            // closed while we had sent more: also an end
        }
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
