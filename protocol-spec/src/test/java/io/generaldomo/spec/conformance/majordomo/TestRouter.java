package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bound ROUTER with the mechanism NULL, with a thread for each connection. */
final class TestRouter implements AutoCloseable {
    private final ServerSocket listener;
    private final Listener application;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** What uses the router. Called by a thread for each connection. */
    interface Listener {
        void onMessage(Peer from, List<byte[]> parts);

        void onGone(Peer peer);
    }

    /** Who is at the other end. */
    static final class Peer {
        private final Socket socket;

        private Peer(Socket socket) {
            this.socket = socket;
        }

        void send(byte[]... parts) {
            say(Zmtp.message(parts));
        }

        private synchronized void say(byte[] octets) {
            try {
                socket.getOutputStream().write(octets);
            } catch (IOException gone) {
                // The thread that reads notices it.
            }
        }
    }

    TestRouter(Listener application) throws IOException {
        this.application = application;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "test-router");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        Peer peer = new Peer(socket);
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            peer.say(Zmtp.greeting("NULL"));
            in.readFully(new byte[64]);
            read(in);
            peer.say(Zmtp.ready("ROUTER"));
            traffic(peer, in);
        } catch (IOException gone) {
            application.onGone(peer);
        } finally {
            sockets.remove(socket);
        }
    }

    private void traffic(Peer peer, DataInputStream in) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        while (true) {
            Frame frame = read(in);
            if (frame.isCommand("PING")) {
                byte[] data = frame.commandData().orElseThrow();
                peer.say(Zmtp.command("PONG", Arrays.copyOfRange(data, 2, data.length)));
            } else if (!frame.isCommand()) {
                parts.add(frame.body());
                if (!frame.hasMore()) {
                    application.onMessage(peer, List.copyOf(parts));
                    parts.clear();
                }
            }
        }
    }

    static Frame read(DataInputStream in) throws IOException {
        int flags = in.readUnsignedByte();
        long size = (flags & Zmtp.LONG) == 0 ? in.readUnsignedByte() : in.readLong();
        byte[] body = new byte[Math.toIntExact(size)];
        in.readFully(body);
        return new Frame(flags, body);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
