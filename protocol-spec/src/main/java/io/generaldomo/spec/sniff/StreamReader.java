package io.generaldomo.spec.sniff;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes one side's frames into commands and messages. Told of the other side because some things mean what they mean by who says them. Confined. */
final class StreamReader implements OctetStream.Listener {
    /** More parts of one message are counted, not kept. */
    private static final int MOST_PARTS = 1000;
    private static final int MOST_OCTETS = 16 * Octets.LIMIT;

    private final Speaker speaker;
    private final Speaker peer;
    private final Consumer<Unit> listener;
    private final OctetStream stream;
    private final List<Part> parts = new ArrayList<>();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private long begin;
    private long further;
    private long missing;
    private boolean identityFollows;

    StreamReader(boolean fromTheStart, Speaker speaker, Speaker peer, Consumer<Unit> listener) {
        this.speaker = speaker;
        this.peer = peer;
        this.listener = listener;
        this.stream = new OctetStream(fromTheStart, this);
    }

    OctetStream stream() {
        return stream;
    }

    @Override
    public void unit(Framing framing, Octets unit, long start) {
        switch (framing) {
            case GREETING -> onGreeting(unit, start);
            case FRAMES -> onFrame(Frame.of(unit, start));
            case OLD_FRAMES -> onFrame(Frame.ofOld(unit, start));
        }
    }

    private void onGreeting(Octets unit, long start) {
        Line line = new Line();
        stream.expect(GreetingText.read(unit, speaker, line));
        identityFollows = unit.at(0) == 0xff && unit.length() == 12;
        listener.accept(line.unit(Kind.GREETING, start, unit.kept()));
    }

    private void onFrame(Frame frame) {
        if (identityFollows) {
            identityFollows = false;
            Line line = new Line();
            GreetingText.identity(frame.body().octets(), line);
            listener.accept(line.unit(Kind.GREETING, frame.offset(), frame.octets()));
        } else if (isCommand(frame)) {
            onCommand(frame);
        } else {
            onPart(frame);
        }
    }

    /** Without the mark as well where libzmq takes it so: in a handshake, and what CURVE seals. */
    private boolean isCommand(Frame frame) {
        boolean handshaking = speaker.socketType().isEmpty() && parts.isEmpty() && !speaker.mechanism().isEmpty() && !isCurve();
        return frame.command() || isSealed(frame) || handshaking && (frame.begins("READY") || frame.begins("INITIATE") || frame.begins("HELLO"));
    }

    private boolean isCurve() {
        return speaker.mechanism().equals("CURVE") || speaker.mechanism().isEmpty() && peer.mechanism().equals("CURVE");
    }

    private boolean isSealed(Frame frame) {
        boolean unknown = speaker.mechanism().isEmpty() && peer.mechanism().isEmpty();
        return (isCurve() || unknown && frame.body().size() > 32) && frame.begins("MESSAGE");
    }

    private void onCommand(Frame frame) {
        Line line = new Line();
        Part body = frame.body();
        boolean sealed = isSealed(frame);
        if (body.isWhole()) {
            Kind kind = CommandText.describe(body.octets(), speaker, isCurve() || sealed, line);
            listener.accept(line.unit(kind, frame.offset(), frame.octets()));
        } else {
            line.word(sealed ? "MESSAGE" : "command").word("[" + body.size() + " B" + (sealed ? " encrypted]" : "]"));
            tellMissing(line, frame.missing());
            listener.accept(line.unit(sealed ? Kind.ENCRYPTED : Kind.COMMAND, frame.offset(), frame.octets()));
        }
    }

    private void onPart(Frame frame) {
        if (parts.isEmpty()) {
            begin = frame.offset();
        }
        if (parts.size() < MOST_PARTS && octets.size() + frame.octets().length <= MOST_OCTETS) {
            parts.add(frame.body());
            octets.writeBytes(frame.octets());
        } else {
            further++;
        }
        missing += frame.missing();
        if (!frame.more()) {
            Line line = new Line();
            MessageText.describe(parts, speaker, peer, line);
            if (further > 0) {
                line.word("and " + further + " more parts");
            }
            tellMissing(line, missing);
            listener.accept(line.unit(Kind.MESSAGE, begin, octets.toByteArray()));
            forget();
        }
    }

    private static void tellMissing(Line line, long missing) {
        if (missing > 0) {
            line.word("(" + missing + " B of it not captured)").field("missing", Long.toString(missing));
        }
    }

    private void forget() {
        parts.clear();
        octets.reset();
        further = 0;
        missing = 0;
    }

    @Override
    public void joined(Framing framing, long unread, long start) {
        if (framing == Framing.FRAMES) {
            listener.accept(Unit.of(Kind.NOTE, unread == 0 && start == 0 ? "reading from the middle of a connection" : "reading on from octet " + start, start));
        }
    }

    @Override
    public void garbage(Framing framing, Octets unit, long start) {
        byte[] kept = unit.kept();
        String what = framing == Framing.GREETING ? "no ZMTP" : "no frame";
        String first = Escape.hex(kept, 16) + " " + Escape.quoted(new Part(kept, unit.length()), 16);
        listener.accept(new Unit(Kind.GARBAGE, what + " from octet " + start + " on: " + first, Map.of("first", Escape.hex(kept, 16)), start, kept));
        forget();
    }

    @Override
    public void hole(long count, long ofUnit, long start) {
        String where = ofUnit > 0 || !parts.isEmpty() ? "in the middle of a message" : "between two";
        listener.accept(Unit.of(Kind.NOTE, count + " octets not captured, " + where, start));
        forget();
    }

    @Override
    public void unfinished(Framing framing, Octets unit, long wanted, long start) {
        boolean known = framing.hasHeader(unit);
        String what = framing == Framing.GREETING ? "greeting" : "frame";
        listener.accept(new Unit(
                Kind.NOTE, "ends in a " + what + ", after " + unit.length() + (known ? " of " + wanted : "") + " octets", Map.of(), start, unit.kept()));
    }

    @Override
    public void unread(long count, long start) {
        listener.accept(Unit.of(Kind.NOTE, count + " octets from " + start + " on were not read", start));
    }

    /** Nothing follows from this side. */
    void end() {
        stream.end();
        if (!parts.isEmpty()) {
            Line line = new Line().word("ends in a message, after").parts(parts, "part");
            listener.accept(line.unit(Kind.NOTE, begin, octets.toByteArray()));
            forget();
        }
    }
}
