package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;

/** Reads frames that are packed into one buffer. Leaves the buffer's indices alone. */
final class PackedReader extends FrameReader {
    private final Packing packing;
    private final ByteBuf packed;
    private final int end;
    private int start;
    private int length;

    /** Reads a buffer, which it borrows, from its reader to its writer index. */
    PackedReader(Packing packing, ByteBuf packed) {
        this(packing, packed, packed.readerIndex());
    }

    /** Reads a buffer, which it borrows, from a frame's beginning to the buffer's writer index. */
    PackedReader(Packing packing, ByteBuf packed, int position) {
        this.packing = packing;
        this.packed = packed;
        this.start = position;
        this.end = packed.writerIndex();
    }

    @Override
    boolean hasNext() {
        return position() < end;
    }

    @Override
    void advance() {
        int position = position();
        if (position == end) {
            throw malformed("a packed frame is missing");
        }
        int header = packing.headerLength(packed, position);
        if (end - position < header) {
            throw malformed("a packed frame's size is truncated");
        }
        long size = packing.size(packed, position);
        // Compared as it was declared, unsigned, before anything is cut.
        if (size > end - position - header) {
            throw malformed("a packed frame is truncated");
        }
        start = position + header;
        length = (int) size;
    }

    @Override
    ByteBuf octets() {
        return packed;
    }

    @Override
    int start() {
        return start;
    }

    @Override
    int length() {
        return length;
    }

    @Override
    Body rest() {
        int rest = position();
        skipAll();
        return Body.ofChecked(packing, packed.retain(), rest);
    }

    /** Reads to the end, and counts the frames on the way. */
    int skipAll() {
        int frames = 0;
        while (hasNext()) {
            if (++frames > Body.MAX_FRAMES) {
                throw malformed("more than " + Body.MAX_FRAMES + " packed frames");
            }
            advance();
        }
        return frames;
    }

    /** Where the frame behind the present one begins. */
    private int position() {
        return start + length;
    }
}
