package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import java.nio.ByteBuffer;

/**
 * The data of CURVE's INITIATE (RFC 26/CURVEZMQ, "initiate").
 *
 * <pre>
 *   0                    96        104
 *  +--------------------+---------+-----------------------------------------------------------+
 *  |  cookie            |  nonce  |  box of: client key C | nonce, 16 | vouch, 80 | metadata… |
 *  +--------------------+---------+-----------------------------------------------------------+
 * </pre>
 *
 * @param cookie as WELCOME brought it
 * @param nonce a nonce above that of HELLO, unsigned
 * @param box the client's long-term key, the vouch that it is the client's, and metadata, sealed between the keys of this connection
 */
public record CurveInitiate(byte[] cookie, long nonce, byte[] box) {
    /** Octets in front of the metadata in the box. */
    public static final int VOUCHED_LENGTH = CurveFields.KEY + CurveWelcome.NONCE_LENGTH + CurveFields.MAC + 2 * CurveFields.KEY;

    private static final int HEAD_LENGTH = CurveWelcome.COOKIE_LENGTH + Long.BYTES;

    /**
     * Reads an INITIATE.
     *
     * @param command any command
     * @return the INITIATE
     * @throws ZmtpException if this is no INITIATE, or too short for one without metadata
     */
    public static CurveInitiate of(Command command) {
        ByteBuffer in = CurveFields.atLeast(command, Command.INITIATE, HEAD_LENGTH + CurveFields.MAC + VOUCHED_LENGTH);
        return new CurveInitiate(
                CurveFields.take(in, CurveWelcome.COOKIE_LENGTH), in.getLong(), CurveFields.take(in, in.remaining()));
    }

    /**
     * This INITIATE as a command.
     *
     * @return a command named INITIATE
     */
    public Command toCommand() {
        ByteBuffer out = ByteBuffer.allocate(HEAD_LENGTH + box.length);
        return new Command(Command.INITIATE, out.put(cookie).putLong(nonce).put(box).array());
    }
}
