package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.curve.CurveTraffic;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A connection to the peer, as a case uses it, from its beginning to its end: says octets ({@link Speech}), expects others ({@link Hearing}), and
 * expects that the peer stays, keeps silent or closes. What the peer does otherwise is thrown as {@link Deviation}. Confined to the thread of the
 * case; the {@link Runner} closes it.
 */
public final class Dialogue extends Hearing implements AutoCloseable {
    private final Transcript transcript;
    private final Connection connection;
    private final List<Dialogue> others = new ArrayList<>();
    private Optional<CurveTraffic> encryption = Optional.empty();
    private boolean inTraffic;

    Dialogue(Target target, PeerProfile peer, Transcript transcript) throws IOException {
        this(target, peer, transcript, target.approach().open(target.patience()));
    }

    private Dialogue(Target target, PeerProfile peer, Transcript transcript, Connection connection) throws IOException {
        super(target, peer, new Wire(connection.socket(), transcript));
        this.transcript = transcript;
        this.connection = connection;
    }

    /**
     * Makes a second connection, which is closed together with this one.
     *
     * @return the connection, on which nothing has been sent
     * @throws IOException if there is none
     */
    public Dialogue another() throws IOException {
        Dialogue other = new Dialogue(target, peer(), transcript, connection.another(target.patience()));
        others.add(other);
        return other;
    }

    /**
     * Goes through the whole handshake, as a socket that fits the peer's.
     *
     * @return what the peer announces
     */
    public Metadata handshake() {
        return handshakeAs(peer().partner());
    }

    /**
     * Goes through the whole handshake.
     *
     * @param socketType that the kit announces
     * @param properties further ones that it announces
     * @return what the peer announces
     */
    public Metadata handshakeAs(String socketType, byte[]... properties) {
        greet();
        Metadata announced = new Handshake(this).run(join(Zmtp.property("Socket-Type", text(socketType)), join(properties)));
        inTraffic = encryption.isEmpty();
        return announced;
    }

    void encrypt(CurveTraffic traffic) {
        encryption = Optional.of(traffic);
    }

    /**
     * What seals and opens the frames of a peer of CURVE, after the handshake.
     *
     * @return its traffic
     */
    public CurveTraffic encryption() {
        return encryption.orElseThrow();
    }

    /** Expects that the peer closes, whatever it says before. In traffic it is asked by PING, so that a peer that stays is found out soon. */
    public void expectClosed() {
        if (inTraffic && !peer().isOneOf("RADIO", "DISH")) {
            send(Zmtp.ping(0, text("closed?")));
        }
        awaitEnd("the end of the connection", frame -> false);
    }

    /** The same, of a peer that must not be asked, since it is silence that makes it close. */
    public void awaitClosed() {
        awaitEnd("the end of the connection", frame -> false);
    }

    /** The same, of a peer that closes when the time it gives a handshake is over. */
    public void awaitClosedInHandshake() {
        Duration time = peer().handshakeTime().orElseThrow();
        octetsWithin(time.plus(target.patience()));
        Deviation.unless(wire.isClosed(), "the end of the connection after " + time.toMillis() + " ms", "an open connection");
    }

    /** Expects that the peer refuses: it says ERROR, or closes. */
    public void expectRefused() {
        awaitEnd("ERROR or the end of the connection", frame -> frame.commandName().equals("ERROR"));
    }

    /**
     * Expects that the peer closes, whatever octets it says before.
     *
     * @return how many octets these were
     */
    public int expectEnd() {
        int octets = octetsWithin(target.patience());
        Deviation.unless(wire.isClosed(), "the end of the connection", "an open connection after " + target.patience().toMillis() + " ms");
        return octets;
    }

    /**
     * Listens for a while, or until the peer closes.
     *
     * @param time to listen
     * @return how many octets were said
     */
    public int octetsWithin(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!wire.isClosed() && wire.await(deadline)) {
            // goes on as long as there is more
        }
        return wire.available();
    }

    /**
     * Whether the peer has closed, as far as was noticed.
     *
     * @return true if so
     */
    public boolean isClosed() {
        return wire.isClosed();
    }

    private void awaitEnd(String what, Predicate<Frame> suffices) {
        long deadline = deadline();
        while (!wire.isClosed()) {
            for (var frame = wire.frame(); frame.isPresent(); frame = wire.frame()) {
                if (suffices.test(frame.get())) {
                    return;
                }
                Deviation.unless(!frame.get().isCommand("PONG"), what, frame.get().toString());
            }
            Deviation.unless(wire.await(deadline), what, "an open connection after " + target.patience().toMillis() + " ms");
        }
    }

    /**
     * Expects that the peer says nothing for a while, and does not close.
     *
     * @param time to listen
     */
    public void expectSilence(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        String what = "silence for " + time.toMillis() + " ms";
        boolean spoke = wire.available() > 0 || wire.await(deadline);
        Deviation.unless(!spoke, what, wire.isClosed() ? "the end of the connection" : wire.available() + " octets");
    }

    /**
     * Expects that the peer does not close for a while, whatever it says.
     *
     * @param time to listen
     */
    public void expectOpen(Duration time) {
        octetsWithin(time);
        Deviation.unless(!wire.isClosed(), "an open connection for " + time.toMillis() + " ms", "the end of the connection");
    }

    /** Closes the socket from another thread, so that the case cannot wait any longer. */
    void abandon() {
        try {
            connection.socket().close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    /** Closes the connection and those that were made besides. */
    @Override
    public void close() throws IOException {
        try (connection) {
            for (Dialogue other : others) {
                other.close();
            }
        }
    }
}
