package io.generaldomo.zmtp.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;

/** A plain socket for datagrams, bound to a port of the loopback address. */
final class RawDatagrams implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST = 65_507;

    private final DatagramSocket socket;

    RawDatagrams() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody has at the moment. */
    static int freePort() {
        try (RawDatagrams found = new RawDatagrams()) {
            return found.port();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String endpoint() {
        return "udp://127.0.0.1:" + port();
    }

    void send(String endpoint, byte[] octets) {
        try {
            socket.send(new DatagramPacket(octets, octets.length, new InetSocketAddress("127.0.0.1", URI.create(endpoint).getPort())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] receive() {
        DatagramPacket datagram = new DatagramPacket(new byte[LONGEST], LONGEST);
        try {
            socket.receive(datagram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }

    @Override
    public void close() {
        socket.close();
    }
}
