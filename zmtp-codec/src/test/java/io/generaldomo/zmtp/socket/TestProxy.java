package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A proxy of either kind, by hand, that asks for a name and a password and keeps what it is asked for. */
final class TestProxy implements AutoCloseable {
    private static final String USER = "alice";
    private static final String PASSWORD = "wonder";

    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final BlockingQueue<Integer> refused = new LinkedBlockingQueue<>();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    TestProxy() throws IOException {
        start(() -> {
            while (true) {
                Socket near = server.accept();
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

    private void serve(Socket near) throws IOException {
        DataInputStream in = new DataInputStream(near.getInputStream());
        int first = in.readUnsignedByte();
        Socket far = first == 5 ? socks(in, near.getOutputStream()) : http(in, near.getOutputStream());
        if (far == null) {
            refused.add(near.getPort());
            near.close();
            return;
        }
        start(() -> relay(far, near));
        relay(near, far);
    }

    private Socket socks(DataInputStream in, OutputStream out) throws IOException {
        in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, 2});
        in.readUnsignedByte();
        String user = text(in);
        if (!user.equals(USER) || !text(in).equals(PASSWORD)) {
            out.write(new byte[] {1, 1});
            return null;
        }
        out.write(new byte[] {1, 0});
        in.readNBytes(3);
        int kind = in.readUnsignedByte();
        String host = kind == 3 ? text(in) : InetAddress.getByAddress(in.readNBytes(kind == 1 ? 4 : 16)).getHostAddress();
        Socket far = connect(host, in.readUnsignedShort());
        out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
        return far;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), US_ASCII);
    }

    private Socket http(DataInputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("C");
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String shown = Base64.getEncoder().encodeToString((USER + ':' + PASSWORD).getBytes(US_ASCII));
        if (!head.toString().contains("Basic " + shown)) {
            out.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            return null;
        }
        String authority = head.substring("CONNECT ".length(), head.indexOf(" HTTP"));
        int colon = authority.lastIndexOf(':');
        Socket far = connect(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
        return far;
    }

    /** The name is one that only this proxy knows. */
    private Socket connect(String host, int port) throws IOException {
        asked.add(host);
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void relay(Socket from, Socket to) throws IOException {
        try (from; to; InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
