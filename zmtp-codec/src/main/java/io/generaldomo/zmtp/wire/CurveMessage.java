package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.buffer.ByteBuf;

/**
 * The body of every frame in the traffic of CURVE (RFC 26/CURVEZMQ, "message").
 *
 * <pre>
 *   0                       8         16
 *  +-----------------------+---------+-----------------------------------+
 *  |  07 M E S S A G E     |  nonce  |  box of: flags, 1 octet | payload |
 *  +-----------------------+---------+-----------------------------------+
 *   flags: bit 0 MORE; bit 1 COMMAND, by which libzmq sends PING and the like; the others are not looked at
 * </pre>
 *
 * <p>libzmq sends it as a message frame without MORE, although the RFC calls it a command, and drops it if it is sent as a command.
 */
public final class CurveMessage {
    /** Octets in front of the box. */
    public static final int HEAD_LENGTH = 16;
    /** Octets that a frame has more than its payload. */
    public static final int OVERHEAD = HEAD_LENGTH + CurveFields.MAC + 1;

    private static final long NAME = 0x07_4d_45_53_53_41_47_45L;

    private CurveMessage() {}

    /**
     * Writes what stands in front of the box.
     *
     * @param out receives 16 octets
     * @param nonce unsigned
     */
    public static void writeHead(ByteBuf out, long nonce) {
        out.writeLong(NAME).writeLong(nonce);
    }

    /**
     * Reads what stands in front of the box.
     *
     * @param in a whole frame without its header; 16 octets are consumed
     * @return the nonce, unsigned
     * @throws ZmtpException if this is no MESSAGE, or too short for one without payload
     */
    public static long readHead(ByteBuf in) {
        if (in.readableBytes() < OVERHEAD || in.readLong() != NAME) {
            throw new ZmtpException(Reason.MALFORMED, "a frame in the clear, in the traffic of CURVE");
        }
        return in.readLong();
    }
}
