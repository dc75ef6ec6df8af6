package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Reads frames that are packed into one buffer. Leaves the buffer's indices alone. */
final class PackedReader extends FrameReader {
    private Packing packing;
    private ByteBuf packed;
    private int start;
    private int length;
    private int end;

    /** A reader with nothing to read. */
    PackedReader() {
        this(Packing.MME, Unpooled.EMPTY_BUFFER);
    }

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

    /** Begins to read a buffer, which it borrows, from its reader to its writer index. */
    PackedReader begin(Packing another, ByteBuf borrowed) {
        packing = another;
        packed = borrowed;
        start = borrowed.readerIndex();
        length = 0;
        end = borrowed.writerIndex();
        return this;
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
