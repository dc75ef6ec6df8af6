package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Greeting;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a case expects to hear from the peer: octets, frames and messages, within the target's patience. PINGs of the peer are answered by the way.
 * Confined to the thread of the case.
 */
public abstract class Hearing extends Speech {
    Hearing(Target target, PeerProfile peer, Wire wire) {
        super(target, peer, wire);
    }

    /**
     * Exchanges greetings.
     *
     * @return the peer's
     */
    public final Greeting greet() {
        sendGreeting();
        return expectGreeting();
    }

    /**
     * Expects a whole greeting.
     *
     * @return what it says
     */
    public final Greeting expectGreeting() {
        return new Greeting(expectOctets("a greeting of 64 octets", Greeting.SIZE));
    }

    /**
     * Expects a number of octets, whatever they are.
     *
     * @param what  they are
     * @param count how many
     * @return the octets
     */
    public final byte[] expectOctets(String what, int count) {
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
    public final Frame expectFrame(String what) {
        return next(what, deadline(), frame -> true);
    }

    /**
     * Expects that the next frame is some command.
     *
     * @param name of the command
     * @return its data
     */
    public final byte[] expectCommand(String name) {
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
    public final void expectPong(byte[] context) {
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
    public final Optional<byte[]> pongOrClosed() {
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
    public final List<byte[]> expectMessage() {
        return message(deadline());
    }

    /**
     * Waits for a message, which need not come.
     *
     * @param time to wait
     * @return its parts, or nothing if none came or the peer closed
     */
    public final Optional<List<byte[]>> messageWithin(Duration time) {
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
    public final void hear(byte[]... parts) {
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
    public final void hearWhole(byte[]... parts) {
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
    public final void expectAlive() {
        byte[] context = text("alive?");
        send(Zmtp.ping(0, context));
        expectPong(context);
    }

    /** Expects that the peer says ERROR. */
    public final void expectError() {
        next("ERROR", deadline(), frame -> frame.commandName().equals("ERROR"));
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

    final long deadline() {
        return System.nanoTime() + target.patience().toNanos();
    }
}
