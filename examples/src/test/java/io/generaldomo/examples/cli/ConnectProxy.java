package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A proxy that knows CONNECT of HTTP, and keeps what it is asked for. Closing it takes its connections along. */
final class ConnectProxy implements AutoCloseable {
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    ConnectProxy() throws IOException {
        start(() -> {
            while (true) {
                Socket near = kept(server.accept());
                start(() -> serve(near));
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException end) {
                // of the test, or of a connection
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private Socket kept(Socket connection) {
        connections.add(connection);
        return connection;
    }

    private void serve(Socket near) throws IOException {
        String to = head(near.getInputStream()).split(" ")[1];
        asked.add(to);
        Socket far = kept(new Socket(to.substring(0, to.lastIndexOf(':')), Integer.parseInt(to.substring(to.lastIndexOf(':') + 1))));
        near.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
        start(() -> relay(far, near));
        relay(near, far);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void relay(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
