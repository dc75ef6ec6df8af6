package io.generaldomo.spec.sniff;

/**
 * The octets of one side, cut into units. After octets that cannot be read it stays silent for good; after a hole in the capture it looks at the beginning of each piece
 * for frames, and reads on where there are some. Confined.
 */
final class OctetStream {
    private enum State {
        READING,
        /** Somewhere in a stream, perhaps at the border of a frame. */
        LOOKING,
        GARBAGE
    }

    private final Listener listener;
    private State state;
    private Framing framing = Framing.GREETING;
    private Octets unit = new Octets();
    private long wanted = 1;
    private long offset;
    private long begin;
    private long unread;

    /**
     * A stream.
     *
     * @param fromTheStart whether its first octet is the first of the connection
     * @param listener told of all that is found
     */
    OctetStream(boolean fromTheStart, Listener listener) {
        this.listener = listener;
        this.state = fromTheStart ? State.READING : State.LOOKING;
    }

    /** Frames follow, of this kind. */
    void expect(Framing next) {
        framing = next;
    }

    void octets(byte[] octets) {
        if (octets.length == 0) {
            return;
        }
        int at = state == State.READING ? 0 : look(octets);
        while (at < octets.length) {
            int count = (int) Math.min(wanted - unit.length(), octets.length - at);
            unit.add(octets, at, count);
            at += count;
            offset += count;
            if (!advance(octets, at)) {
                return;
            }
        }
    }

    /** Hands the unit on if it is whole; false if it is none. */
    private boolean advance(byte[] octets, int at) {
        wanted = framing.wanted(unit);
        if (wanted == Framing.GARBAGE) {
            state = State.GARBAGE;
            unread = octets.length - at;
            offset += unread;
            unit.add(octets, at, octets.length - at);
            listener.garbage(framing, unit, begin);
            return false;
        }
        if (wanted == unit.length()) {
            Octets whole = unit;
            long start = begin;
            beginUnit();
            listener.unit(framing, whole, start);
        }
        return true;
    }

    private void beginUnit() {
        unit = new Octets();
        wanted = 1;
        begin = offset;
    }

    /** Where to read on in this piece. */
    private int look(byte[] octets) {
        boolean greeting = offset == 0 && octets[0] == (byte) 0xff;
        if (state == State.LOOKING && (greeting || Plausibility.isFrames(octets))) {
            framing = greeting ? Framing.GREETING : Framing.FRAMES;
            state = State.READING;
            beginUnit();
            listener.joined(framing, unread, begin);
            unread = 0;
            return 0;
        }
        if (state == State.LOOKING && offset == 0) {
            unit.add(octets, 0, octets.length);
            listener.garbage(framing, unit, begin);
        }
        offset += octets.length;
        unread += octets.length;
        return octets.length;
    }

    /** Octets that the capture lacks. Within the body of a frame, whose length is known, they do no harm. */
    void missing(long count) {
        if (state == State.READING && framing.hasHeader(unit) && count <= wanted - unit.length()) {
            unit.addMissing(count);
            offset += count;
            advance(new byte[0], 0);
            return;
        }
        if (state == State.READING) {
            listener.hole(count, unit.length(), offset);
            state = framing == Framing.OLD_FRAMES ? State.GARBAGE : State.LOOKING;
        }
        offset += count;
        unread += count;
        beginUnit();
    }

    /** Nothing follows. */
    void end() {
        if (state == State.READING && unit.length() > 0) {
            listener.unfinished(framing, unit, wanted, begin);
        } else if (state != State.READING && unread > 0) {
            listener.unread(unread, offset - unread);
        }
        beginUnit();
        state = State.GARBAGE;
        unread = 0;
    }

    /** Is told what a stream holds, in its order. */
    interface Listener {
        /** A whole greeting or frame. */
        void unit(Framing framing, Octets unit, long begin);

        /** Reading begins, or goes on, behind octets that nobody could read. */
        void joined(Framing framing, long unread, long begin);

        /** The first octets of what cannot be a unit. */
        void garbage(Framing framing, Octets unit, long begin);

        /** The capture lacks octets, in the middle of a unit of which some are there or at the border of two. */
        void hole(long count, long ofUnit, long begin);

        /** The end came in the middle of a unit. */
        void unfinished(Framing framing, Octets unit, long wanted, long begin);

        /** The end came behind octets that nobody could read. */
        void unread(long count, long begin);
    }
}
