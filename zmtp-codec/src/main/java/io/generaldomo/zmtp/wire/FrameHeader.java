package io.generaldomo.zmtp.wire;

import io.netty.buffer.ByteBuf;

/**
 * The two or nine octets in front of each frame (RFC 37/ZMTP, "Framing").
 *
 * <pre>
 *  short: | flags | size, 1 octet  | body…        flags: bit 0 MORE, bit 1 LONG, bit 2 COMMAND;
 *  long:  | flags | size, 8 octets | body…        bits 3 to 7 are sent as zero and, like libzmq, not looked at
 * </pre>
 *
 * <p>Sizes up to 255 are sent in the short form; a long form with a small size is accepted.
 */
public final class FrameHeader {
    /** Another frame of the same message follows. */
    public static final int MORE = 1;
    /** The size has eight octets. */
    public static final int LONG = 2;
    /** The frame is a command. */
    public static final int COMMAND = 4;

    private static final int LONGEST_SHORT = 255;

    private FrameHeader() {}

    /**
     * Whether a header is there.
     *
     * @param in octets received so far
     * @return false if more octets are needed
     */
    public static boolean isComplete(ByteBuf in) {
        int readable = in.readableBytes();
        return readable >= 2 && readable >= length(in.getByte(in.readerIndex()));
    }

    /**
     * The length of a header that was received.
     *
     * @param flags first octet of the header
     * @return 2 or 9
     */
    public static int length(int flags) {
        return (flags & LONG) == 0 ? 2 : 9;
    }

    /**
     * The length of the header that a frame is sent with.
     *
     * @param size octets in the body
     * @return 2 or 9
     */
    public static int lengthFor(int size) {
        return size <= LONGEST_SHORT ? 2 : 9;
    }

    /**
     * The size that a complete header declares.
     *
     * @param in holds the header
     * @param start index of the flags
     * @return the size; negative where the peer declared 2^63 or more, which every caller must refuse like any size that is too large
     */
    public static long size(ByteBuf in, int start) {
        return (in.getByte(start) & LONG) == 0 ? in.getUnsignedByte(start + 1) : in.getLong(start + 1);
    }

    /**
     * Writes a header.
     *
     * @param out receives 2 or 9 octets
     * @param flags {@link #MORE}, {@link #COMMAND} or zero; {@link #LONG} is added as needed
     * @param size octets in the body that follows
     */
    public static void write(ByteBuf out, int flags, int size) {
        if (size <= LONGEST_SHORT) {
            out.writeShort(flags << 8 | size);
        } else {
            out.writeByte(flags | LONG);
            out.writeLong(size);
        }
    }
}
