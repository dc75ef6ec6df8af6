package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.greeting;
import static io.generaldomo.spec.capture.RawConnection.ready;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/** Raw TCP in both roles: a listener that libzmq connects to, and connections to where libzmq is bound. */
final class RawWire implements AutoCloseable {
    private final ServerSocket listener;
    private final Deque<RawConnection> open = new ArrayDeque<>();

    RawWire() throws IOException {
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(10_000);
    }

    /** What libzmq is to connect to. */
    String endpoint() {
        return "tcp://127.0.0.1:" + listener.getLocalPort();
    }

    RawConnection accept() throws IOException {
        return opened(listener.accept());
    }

    RawConnection connect(String endpoint) throws IOException {
        return opened(new Socket(InetAddress.getLoopbackAddress(), URI.create(endpoint).getPort()));
    }

    /** Takes libzmq's connection through the handshake, as a peer of that socket type and of ZMTP 3.1. */
    RawConnection acceptAs(String socketType) throws IOException {
        return acceptAs(socketType, 1);
    }

    RawConnection acceptAs(String socketType, int minor) throws IOException {
        RawConnection connection = accept();
        connection.write(greeting(minor), ready(socketType));
        connection.readGreeting();
        connection.readFrame();
        return connection;
    }

    /** Connects to libzmq and shakes hands; the octets of our READY are given. */
    RawConnection connectWith(String endpoint, byte[] ready) throws IOException {
        RawConnection connection = connect(endpoint);
        connection.write(greeting(1), ready);
        connection.readGreeting();
        connection.readFrame();
        return connection;
    }

    private RawConnection opened(Socket socket) throws IOException {
        RawConnection connection = new RawConnection(socket);
        open.push(connection);
        return connection;
    }

    @Override
    public void close() throws IOException {
        for (RawConnection each : open) {
            each.close();
        }
        listener.close();
    }
}
