package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.curve.CurveTraffic;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Greeting;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A connection to the peer, as a case uses it: says octets, and expects something within the target's patience. What the peer does otherwise is
 * thrown as {@link Deviation}. PINGs of the peer are answered by the way. Confined to the thread of the case; the {@link Runner} closes it.
 */
public final class Dialogue implements AutoCloseable {
    private final Target target;
    private final PeerProfile peer;
    private final Transcript transcript;
    private final Connection connection;
    private final Wire wire;
    private final List<Dialogue> others = new ArrayList<>();
    private Optional<CurveTraffic> encryption = Optional.empty();
    private boolean inTraffic;

    Dialogue(Target target, PeerProfile peer, Transcript transcript) throws IOException {
        this(target, peer, transcript, target.approach().open(target.patience()));
    }

    private Dialogue(Target target, PeerProfile peer, Transcript transcript, Connection connection) throws IOException {
        this.target = target;
        this.peer = peer;
        this.transcript = transcript;
        this.connection = connection;
        this.wire = new Wire(connection.socket(), transcript);
    }

    /**
     * Makes a second connection, which is closed together with this one.
     *
     * @return the connection, on which nothing has been sent
     * @throws IOException if there is none
     */
    public Dialogue another() throws IOException {
        Dialogue other = new Dialogue(target, peer, transcript, connection.another(target.patience()));
        others.add(other);
        return other;
    }

    /**
     * Whom it talks to.
     *
     * @return what was known before the case began
     */
    public PeerProfile peer() {
        return peer;
    }

    /**
     * What to get in with.
     *
     * @return the credentials
     */
    public Credentials credentials() {
        return target.credentials();
    }

    /**
     * How long to wait for anything that the peer should do.
     *
     * @return the target's patience
     */
    public Duration patience() {
        return target.patience();
    }

    // What is said

    /**
     * Says octets, in one segment if they fit into it. A peer that has closed is noticed later.
     *
     * @param octets in their order
     */
    public void send(byte[]... octets) {
        wire.send(join(octets));
    }

    /**
     * Says octets in segments of one octet each.
     *
     * @param octets in their order
     */
    public void sendOneByOne(byte[] octets) {
        for (byte octet : octets) {
            wire.send(new byte[] {octet});
        }
    }

    /**
     * Says a message in the clear; to REP and REQ with their empty delimiter before it.
     *
     * @param parts of it
     */
    public void say(byte[]... parts) {
        send(isEnveloped() ? join(Zmtp.frame(Zmtp.MORE, new byte[0]), Zmtp.message(parts)) : Zmtp.message(parts));
    }

    private boolean isEnveloped() {
        return peer.isOneOf("REP", "REQ");
    }

    /** Says the greeting of the peer's mechanism. */
    public void sendGreeting() {
        boolean isServer = peer.role() == PeerRole.CONNECTING && !peer.mechanism().equals("NULL");
        send(Zmtp.greeting(3, 1, peer.mechanism(), isServer ? 1 : 0));
    }

    // What is expected

    /**
     * Exchanges greetings.
     *
     * @return the peer's
     */
    public Greeting greet() {
        sendGreeting();
        return expectGreeting();
    }

    /**
     * Expects a whole greeting.
     *
     * @return what it says
     */
    public Greeting expectGreeting() {
        return new Greeting(expectOctets("a greeting of 64 octets", Greeting.SIZE));
    }

    /**
     * Expects a number of octets, whatever they are.
     *
     * @param what  they are
     * @param count how many
     * @return the octets
     */
    public byte[] expectOctets(String what, int count) {
        long deadline = deadline();
        while (wire.available() < count) {
            Deviation.unless(!wire.isClosed(), what, "the end of the connection after " + wire.available());
            Deviation.unless(wire.await(deadline), what, wire.available() + " octets within " + target.patience().toMillis() + " ms");
        }
        return wire.take(count);
    }

    /**
     * Expects the next frame.
     *
     * @param what it should be
     * @return the frame, which is no PING
     */
    public Frame expectFrame(String what) {
        return next(what, deadline(), frame -> true);
    }

    /**
     * Expects that the next frame is some command.
     *
     * @param name of the command
     * @return its data
     */
    public byte[] expectCommand(String name) {
        String what = "the command " + name;
        Frame frame = expectFrame(what);
        Deviation.unless(frame.isCommand(name), what, frame.toString());
        return frame.commandData().orElseThrow();
    }

    /**
     * Expects PONG, after whatever else the peer has to say.
     *
     * @param context that it is to repeat
     */
    public void expectPong(byte[] context) {
        String what = "PONG with the context " + Printable.hex(context);
        Frame frame = next(what, deadline(), each -> each.isCommand("PONG"));
        byte[] data = frame.commandData().orElseThrow();
        Deviation.unless(Arrays.equals(data, context), what, "PONG with " + Printable.hex(data));
    }

    /**
     * Waits for PONG, or until the peer closes.
     *
     * @return the context, or nothing if it closed
     */
    public Optional<byte[]> pongOrClosed() {
        try {
            return next("PONG", deadline(), each -> each.isCommand("PONG")).commandData();
        } catch (Deviation e) {
            if (wire.isClosed()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Expects a message, after whatever commands the peer has to say.
     *
     * @return its parts
     */
    public List<byte[]> expectMessage() {
        return message(deadline());
    }

    /**
     * Waits for a message, which need not come.
     *
     * @param time to wait
     * @return its parts, or nothing if none came or the peer closed
     */
    public Optional<List<byte[]>> messageWithin(Duration time) {
        try {
            return Optional.of(message(System.nanoTime() + time.toNanos()));
        } catch (Deviation none) {
            return Optional.empty();
        }
    }

    /**
     * Expects a message that consists of these parts, behind the empty delimiter if it comes from REP or REQ.
     *
     * @param parts of it
     */
    public void hear(byte[]... parts) {
        List<byte[]> expected = new ArrayList<>(List.of(parts));
        if (isEnveloped()) {
            expected.add(0, new byte[0]);
        }
        hearWhole(expected.toArray(byte[][]::new));
    }

    /**
     * Expects a message that consists of these parts and nothing else.
     *
     * @param parts all of them, the delimiter too
     */
    public void hearWhole(byte[]... parts) {
        List<byte[]> heard = expectMessage();
        boolean isSame = Arrays.deepEquals(parts, heard.toArray());
        Deviation.unless(isSame, "the message " + shown(List.of(parts)), "the message " + shown(heard));
    }

    private static String shown(List<byte[]> parts) {
        return parts.stream()
                .map(part -> part.length > 40 ? "(" + part.length + " octets)" : "[" + Printable.hex(part) + "]")
                .collect(Collectors.joining(" "));
    }

    /** Expects that the connection is alive and all that was said before has been digested: PING is answered. */
    public void expectAlive() {
        byte[] context = text("alive?");
        send(Zmtp.ping(0, context));
        expectPong(context);
    }

    /** Expects that the peer closes, whatever it says before. In traffic it is asked by PING, so that a peer that stays is found out soon. */
    public void expectClosed() {
        if (inTraffic && !peer.isOneOf("RADIO", "DISH")) {
            send(Zmtp.ping(0, text("closed?")));
        }
        awaitEnd("the end of the connection", frame -> false);
    }

    /** The same, of a peer that must not be asked, since it is silence that makes it close. */
    public void awaitClosed() {
        awaitEnd("the end of the connection", frame -> false);
    }

    /** Expects that the peer says ERROR. */
    public void expectError() {
        next("ERROR", deadline(), frame -> frame.commandName().equals("ERROR"));
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

    // The way into traffic

    /**
     * Goes through the whole handshake, as a socket that fits the peer's.
     *
     * @return what the peer announces
     */
    public Metadata handshake() {
        return handshakeAs(peer.partner());
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

    private List<byte[]> message(long deadline) {
        List<byte[]> parts = new ArrayList<>();
        Frame frame = next("a message", deadline, each -> !each.isCommand());
        parts.add(frame.body());
        while (frame.hasMore()) {
            frame = next("the rest of a message", deadline(), each -> !each.isCommand());
            parts.add(frame.body());
        }
        return parts;
    }

    private Frame next(String what, long deadline, Predicate<Frame> wanted) {
        while (true) {
            for (var frame = wire.frame(); frame.isPresent(); frame = wire.frame()) {
                if (frame.get().isCommand("PING")) {
                    answer(frame.get());
                } else if (wanted.test(frame.get())) {
                    return frame.get();
                }
            }
            Deviation.unless(!wire.isClosed(), what, "the end of the connection");
            Deviation.unless(wire.await(deadline), what, "nothing within " + target.patience().toMillis() + " ms");
        }
    }

    private void answer(Frame ping) {
        byte[] data = ping.commandData().orElseThrow();
        send(Zmtp.command("PONG", Arrays.copyOfRange(data, Math.min(2, data.length), data.length)));
    }

    private long deadline() {
        return System.nanoTime() + target.patience().toNanos();
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
