package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.spec.conformance.PeerRole;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.wire.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A peer of ZMTP that does one thing wrong, or nothing: a thread a connection, and code of its own, so that the suite's expectations are tried on
 * something that is neither the kit nor our codec. Its connections end when the other
 * side closes them.
 */
final class WrongPeer implements AutoCloseable {
    static final String USER = "alice";
    static final String PASSWORD = "wonder";
    /** The keys of libzmq's documentation. */
    static final byte[] SERVER_SECRET = Octets.hex("8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3b7");
    static final byte[] SERVER_PUBLIC = Octets.hex("54fcba24e93249969316fb617c872bb0c1d1ff14800427c594cbfacf1bc2d652");

    /** How long a handshake may take. */
    static final Duration HANDSHAKE = Duration.ofSeconds(5);

    private final Guise guise;
    private final Fault fault;
    private final Publisher publisher;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final ServerSocket listener;

    private WrongPeer(Guise guise, Fault fault) throws IOException {
        this.guise = guise;
        this.fault = fault;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.publisher = new Publisher(fault);
    }

    /** One that listens, or that connects for each case. */
    static WrongPeer of(Guise guise, Fault fault) throws IOException {
        WrongPeer peer = new WrongPeer(guise, fault);
        if (guise.role == PeerRole.LISTENING) {
            peer.start(peer::accept);
        }
        return peer;
    }

    Target target() {
        return Target.of(approach()).echoing().with(credentials()).givingHandshakes(HANDSHAKE);
    }

    private Approach approach() {
        if (guise == Guise.PAIR_BOUND) {
            return Approach.start(this::another);
        }
        return guise.role == PeerRole.LISTENING ? Approach.connect(listener.getLocalSocketAddress()) : Approach.invite(this::connect);
    }

    private Approach.Host another() {
        try {
            WrongPeer own = of(guise, fault);
            return new Approach.Host(own.listener.getLocalSocketAddress(), own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Credentials credentials() {
        return switch (guise) {
            case PLAIN_SERVER, PLAIN_CLIENT -> Credentials.plain(USER, PASSWORD);
            case CURVE_SERVER -> Credentials.curve(SERVER_PUBLIC, new byte[0]);
            case CURVE_CLIENT -> Credentials.curve(new byte[0], SERVER_SECRET);
            default -> Credentials.none();
        };
    }

    private AutoCloseable connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        start(() -> serve(socket));
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (Line line = new Line(socket, fault)) {
            line.patience((int) HANDSHAKE.toMillis());
            int minor = new Greeter(line, guise, fault).greet();
            line.patience(fault == Fault.STOPS_THE_CLOCK_AFTER_GREETING ? 0 : (int) HANDSHAKE.toMillis());
            Carrier carrier = handshake(line);
            line.patience(0);
            boolean isSecond = guise == Guise.PAIR_BOUND && !isTaken.compareAndSet(false, true);
            Refusal.unless(!isSecond || fault == Fault.TALKS_TO_SEVERAL, "a second peer");
            Application application = new Application(guise, fault, carrier, publisher);
            try {
                application.begin(minor);
                new Traffic(line, carrier, fault, application).run();
            } finally {
                publisher.leave(carrier);
            }
        } catch (IOException | IllegalArgumentException end) {
            // The other side has left, or was refused; no key of CURVE is an illegal argument.
        }
    }

    private Carrier handshake(Line line) throws IOException {
        Passport passport = new Passport(guise, fault);
        ClearHandshake clear = new ClearHandshake(line, passport, fault);
        switch (guise) {
            case CURVE_SERVER:
                return new CurveHandshake(line, passport, fault).ofServer();
            case CURVE_CLIENT:
                return new CurveHandshake(line, passport, fault).ofClient();
            case PLAIN_SERVER:
                clear.ofPlainServer();
                break;
            case PLAIN_CLIENT:
                clear.ofPlainClient();
                break;
            default:
                clear.ofNull(guise.role);
        }
        return new ClearCarrier(line, fault);
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
