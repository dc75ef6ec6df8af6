package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.nio.ByteBuffer;

/**
 * The data of CURVE's HELLO (RFC 26/CURVEZMQ, "hello").
 *
 * <pre>
 *   0         2              74                  106       114           194
 *  +---------+--------------+-------------------+---------+-------------+
 *  |  01 00  |  72 zeros    |  client key C'    |  nonce  |  box        |
 *  +---------+--------------+-------------------+---------+-------------+
 *    version   not looked at  for this connection
 * </pre>
 *
 * @param clientKey public key of the client, for this connection only
 * @param nonce its first nonce, unsigned
 * @param box 64 zeros, sealed from {@code clientKey} to the long-term key of the server
 */
public record CurveHello(byte[] clientKey, long nonce, byte[] box) {
    private static final int LENGTH = 194;
    private static final int PADDING = 72;
    private static final short VERSION = 0x0100;
    private static final int BOX_LENGTH = 80;

    /**
     * Reads a HELLO.
     *
     * @param command any command
     * @return the HELLO
     * @throws ZmtpException if this is no HELLO of version 1.0
     */
    public static CurveHello of(Command command) {
        ByteBuffer in = CurveFields.of(command, Command.HELLO, LENGTH);
        if (in.getShort() != VERSION) {
            throw new ZmtpException(Reason.MALFORMED, "a HELLO of another version of CURVE than 1.0");
        }
        in.position(in.position() + PADDING);
        return new CurveHello(CurveFields.take(in, CurveFields.KEY), in.getLong(), CurveFields.take(in, BOX_LENGTH));
    }

    /**
     * This HELLO as a command.
     *
     * @return a command named HELLO
     */
    public Command toCommand() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        out.putShort(VERSION).put(new byte[PADDING]).put(clientKey).putLong(nonce).put(box);
        return new Command(Command.HELLO, out.array());
    }
}
