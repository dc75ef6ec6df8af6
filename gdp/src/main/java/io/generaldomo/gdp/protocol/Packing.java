package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;

/**
 * How the frames of a multi-part message are put into one part: each behind its size, without padding; no frame at all is no octet at all.
 *
 * <pre>
 *   MME,  0 to 254 octets:  | size: u8 | octets ... |
 *         255 and more:     | FF | size: u32, most significant octet first | octets ... |
 *   LE32:                   | size: u32, least significant octet first | octets ... |
 *   BE32:                   | size: u32, most significant octet first | octets ... |
 * </pre>
 *
 * <p>The frame of every header that there is has six octets, and begins with {@code M}: so the first octets of a part tell the three apart
 * (gdp.md, 3.4). Stateless.
 */
enum Packing {
    /** 50/MME; CZMQ's {@code zmsg_encode} writes the same. A reader also takes the long form for a small frame. */
    MME {
        @Override
        int headerLength(ByteBuf packed, int position) {
            return packed.getByte(position) == LONG ? 5 : 1;
        }

        @Override
        long size(ByteBuf packed, int position) {
            return packed.getByte(position) == LONG ? packed.getUnsignedInt(position + 1) : packed.getUnsignedByte(position);
        }

        @Override
        void writeHeader(ByteBuf out, int size) {
            if (size < 255) {
                out.writeByte(size);
            } else {
                out.writeByte(LONG).writeInt(size);
            }
        }
    },

    /** The 32-bit form as machines with the least significant octet first sent it. */
    LE32 {
        @Override
        int headerLength(ByteBuf packed, int position) {
            return 4;
        }

        @Override
        long size(ByteBuf packed, int position) {
            return packed.getUnsignedIntLE(position);
        }

        @Override
        void writeHeader(ByteBuf out, int size) {
            out.writeIntLE(size);
        }
    },

    /** The 32-bit form as machines with the most significant octet first sent it. */
    BE32 {
        @Override
        int headerLength(ByteBuf packed, int position) {
            return 4;
        }

        @Override
        long size(ByteBuf packed, int position) {
            return packed.getUnsignedInt(position);
        }

        @Override
        void writeHeader(ByteBuf out, int size) {
            out.writeInt(size);
        }
    };

    /** The most octets before a frame. */
    static final int LONGEST_HEADER = 5;

    /** In the place of a size of 50/MME: a long one follows. */
    private static final byte LONG = (byte) 0xFF;

    /** The only packing in which this part can begin with the frame of a header. Borrows the part. */
    static Packing of(ByteBuf part) {
        int at = part.readerIndex();
        if (part.readableBytes() < 2) {
            return MME;
        } else if (part.getByte(at) == 0) {
            return BE32;
        }
        return part.getByte(at + 1) == 0 && part.getByte(at) != LONG ? LE32 : MME;
    }

    /** Octets of the header that begins at this position, where one octet is. */
    abstract int headerLength(ByteBuf packed, int position);

    /** The size, unsigned, in the header that stands at this position as a whole. */
    abstract long size(ByteBuf packed, int position);

    /** Appends the header of a frame of this size. */
    abstract void writeHeader(ByteBuf out, int size);
}
