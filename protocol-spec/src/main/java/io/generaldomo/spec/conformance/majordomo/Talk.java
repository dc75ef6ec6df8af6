package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A connection in traffic, on which the kit speaks a dialect. Confined to the thread of the case. */
final class Talk {
    /** How long nothing has to come for the kit to believe that nothing comes: a broker on the same network took far less for all before. */
    static final Duration QUIET = Duration.ofMillis(300);

    private final Dialogue dialogue;
    private final Dialect dialect;
    private final Deque<List<byte[]>> early = new ArrayDeque<>();

    private Talk(Dialogue dialogue, Dialect dialect) {
        this.dialogue = dialogue;
        this.dialect = dialect;
    }

    /** Goes through the handshake, as a client or a worker to a broker. */
    static Talk toBroker(Dialogue dialogue, Dialect dialect) {
        return toBroker(dialogue, dialect, dialect.socketType());
    }

    static Talk toBroker(Dialogue dialogue, Dialect dialect, String socketType) {
        dialogue.handshakeAs(socketType);
        return new Talk(dialogue, dialect);
    }

    /** The same, as a broker to one that connects. */
    static Talk asBroker(Dialogue dialogue, Dialect dialect) {
        dialogue.handshake();
        return new Talk(dialogue, dialect);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Dialect dialect() {
        return dialect;
    }

    void say(byte[]... frames) {
        dialogue.send(dialect.message(frames));
    }

    /** Says a message that is none of the dialect. */
    void sayParts(byte[]... parts) {
        dialogue.send(Zmtp.message(parts));
    }

    /**
     * Waits until the peer has digested what was said, so that what another connection says comes after it. A broker on libzmq answers PING on another
     * thread, but as soon as what came before is in its hands.
     */
    void settle() {
        byte[] context = text("settled?");
        dialogue.send(Zmtp.ping(0, context));
        List<byte[]> parts = new ArrayList<>();
        try {
            Frame frame = dialogue.expectFrame("PONG");
            while (!frame.isCommand("PONG")) {
                if (!frame.isCommand()) {
                    parts.add(frame.body());
                    if (!frame.hasMore()) {
                        early.add(List.copyOf(parts));
                        parts.clear();
                    }
                }
                frame = dialogue.expectFrame("PONG");
            }
        } catch (Deviation closed) {
            // What was expected next will not come.
        }
    }

    /** The parts of the next message, whatever they are. */
    List<byte[]> hearParts() {
        return early.isEmpty() ? dialogue.expectMessage() : early.poll();
    }

    /** The parts of the next message that is not this one. */
    List<byte[]> hearPartsOtherThan(byte[][] skipped) {
        long deadline = System.nanoTime() + dialogue.patience().toNanos();
        List<byte[]> parts = hearParts();
        while (isSame(dialect.frames(parts).orElse(parts), skipped)) {
            Deviation.unless(System.nanoTime() < deadline, "another message", "nothing else than " + Shown.frames(skipped));
            parts = hearParts();
        }
        return parts;
    }

    /** The frames of the next message. */
    List<byte[]> hear(String what) {
        return framesOf(hearParts(), what);
    }

    /** The frames of the next message that is not this one. */
    List<byte[]> hearOtherThan(byte[][] skipped, String what) {
        return framesOf(hearPartsOtherThan(skipped), what);
    }

    private List<byte[]> framesOf(List<byte[]> parts, String what) {
        return dialect.frames(parts).orElseThrow(() -> new Deviation(what + " in " + dialect.title(), Shown.frames(parts)));
    }

    /** The frames of a message that comes within a time; those of one in no dialect are its parts. */
    Optional<List<byte[]>> hearWithin(Duration time) {
        Optional<List<byte[]>> heard = early.isEmpty() ? dialogue.messageWithin(time) : Optional.of(early.poll());
        return heard.map(parts -> dialect.frames(parts).orElse(parts));
    }

    /** Expects that no message comes, but this one as often as it likes. */
    void expectNothing(byte[]... skipped) {
        expectNothing(QUIET, skipped);
    }

    /** The same for a time. Without frames, nothing may come. */
    void expectNothing(Duration time, byte[]... skipped) {
        long deadline = System.nanoTime() + time.toNanos();
        Optional<List<byte[]>> heard = hearWithin(time);
        while (heard.isPresent()) {
            Deviation.unless(isSame(heard.get(), skipped), "no message", Shown.frames(heard.get()));
            heard = hearWithin(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }

    static boolean isSame(List<byte[]> frames, byte[][] others) {
        return Arrays.deepEquals(frames.toArray(), others);
    }

    /** Whether the last frames are these. */
    static boolean endsWith(List<byte[]> frames, byte[][] last) {
        return frames.size() >= last.length && isSame(frames.subList(frames.size() - last.length, frames.size()), last);
    }
}
