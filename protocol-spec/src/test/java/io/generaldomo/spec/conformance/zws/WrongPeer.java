package io.generaldomo.spec.conformance.zws;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.PeerRole;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A peer of ZWS that does one thing wrong, or nothing: a thread a connection. Its connections end when the other side closes them. */
final class WrongPeer implements AutoCloseable {
    /** How long a handshake may take. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(2);

    private final Guise guise;
    private final Fault fault;
    private final ServerSocket listener;

    WrongPeer(Guise guise, Fault fault) throws IOException {
        this.guise = guise;
        this.fault = fault;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        if (guise.role == PeerRole.LISTENING) {
            start(this::accept);
        }
    }

    Target target() {
        Approach approach = guise.role == PeerRole.LISTENING ? Approach.connect(listener.getLocalSocketAddress()) : Approach.invite(this::connect);
        return Target.of(approach).echoing().givingHandshakes(HANDSHAKE).over(Transport.WEB_SOCKET);
    }

    private AutoCloseable connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        start(() -> serve(socket, port));
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket, 0));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket, int port) {
        boolean isClient = guise.role == PeerRole.CONNECTING;
        try (Line line = new Line(socket, isClient, fault)) {
            line.patience(fault == Fault.WAITS_FOR_EVER ? 0 : (int) HANDSHAKE.toMillis());
            Door door = new Door(line, guise, fault);
            boolean hasMechanism = true;
            if (isClient) {
                door.connect(port);
            } else {
                hasMechanism = door.accept();
            }
            Session session = new Session(line, guise, fault);
            session.handshake(hasMechanism);
            line.patience(0);
            session.traffic();
        } catch (IOException end) {
            // The other side has left, or was refused.
        }
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task, guise + " " + fault);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
