package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;

/**
 * How 50/MME puts the frames of a multi-part message into one part.
 *
 * <pre>
 *   0 to 254 octets:  | size: u8 | octets ... |
 *   255 and more:     | 0xFF | size: u32, big-endian | octets ... |
 * </pre>
 *
 * <p>Frames follow each other without padding; no frame at all is no octet at all. A reader also takes the long form for a small frame. CZMQ's
 * {@code zmsg_encode} writes the same. Stateless.
 */
final class Mme {
    /** In the place of a size: a long one follows. */
    static final int LONG = 0xFF;

    /** Octets before a frame of 255 octets and more. */
    static final int LONG_HEADER = 5;

    private Mme() {}

    /** Octets before a frame of this length. */
    static int headerLength(int length) {
        return length < LONG ? 1 : LONG_HEADER;
    }

    /** Appends the header of a frame of this length. */
    static void writeHeader(ByteBuf out, int length) {
        if (length < LONG) {
            out.writeByte(length);
        } else {
            out.writeByte(LONG).writeInt(length);
        }
    }
}
