package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;

/** Reads frames that are packed into one buffer. Leaves the buffer's indices alone. */
final class PackedReader implements FrameReader {
    private final Packing packing;
    private final ByteBuf packed;
    private final int end;
    private int position;

    /** Reads a buffer, which it borrows, from its reader to its writer index. */
    PackedReader(Packing packing, ByteBuf packed) {
        this.packing = packing;
        this.packed = packed;
        this.position = packed.readerIndex();
        this.end = packed.writerIndex();
    }

    @Override
    public boolean hasNext() {
        return position < end;
    }

    @Override
    public ByteBuf next() {
        int length = nextLength();
        ByteBuf frame = packed.slice(position, length);
        position += length;
        return frame;
    }

    @Override
    public Body rest() {
        int start = position;
        int frames = skipAll();
        return Body.ofChecked(packing, packed.retainedSlice(start, end - start), frames);
    }

    /** Reads to the end, and counts the frames on the way. */
    int skipAll() {
        int frames = 0;
        while (hasNext()) {
            if (++frames > Body.MAX_FRAMES) {
                throw FrameReader.malformed("more than " + Body.MAX_FRAMES + " packed frames");
            }
            int length = nextLength();
            position += length;
        }
        return frames;
    }

    /** Reads a header and goes behind it. The frame of that length is there. */
    private int nextLength() {
        if (!hasNext()) {
            throw FrameReader.malformed("a packed frame is missing");
        }
        int header = packing.headerLength(packed, position);
        if (end - position < header) {
            throw FrameReader.malformed("a packed frame's size is truncated");
        }
        long length = packing.size(packed, position);
        // Compared as it was declared, unsigned, before anything is cut.
        if (length > end - position - header) {
            throw FrameReader.malformed("a packed frame is truncated");
        }
        position += header;
        return (int) length;
    }
}
