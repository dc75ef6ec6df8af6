package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import java.nio.ByteBuffer;

/**
 * The data of CURVE's WELCOME (RFC 26/CURVEZMQ, "welcome").
 *
 * <pre>
 *   0         16                                160
 *  +---------+---------------------------------+
 *  |  nonce  |  box of: server key S' | cookie |
 *  +---------+---------------------------------+
 * </pre>
 *
 * @param nonce 16 random octets
 * @param box a key of the server for this connection, and a cookie to send back, sealed from its long-term key to the client's key
 */
public record CurveWelcome(byte[] nonce, byte[] box) {
    /** Octets in a cookie, which only the server can read. */
    public static final int COOKIE_LENGTH = 96;
    /** Octets in a nonce that is drawn, not counted. */
    public static final int NONCE_LENGTH = 16;

    private static final int BOX_LENGTH = CurveFields.MAC + CurveFields.KEY + COOKIE_LENGTH;

    /**
     * Reads a WELCOME.
     *
     * @param command any command
     * @return the WELCOME
     * @throws ZmtpException if this is no WELCOME of the right length
     */
    public static CurveWelcome of(Command command) {
        ByteBuffer in = CurveFields.of(command, Command.WELCOME, NONCE_LENGTH + BOX_LENGTH);
        return new CurveWelcome(CurveFields.take(in, NONCE_LENGTH), CurveFields.take(in, BOX_LENGTH));
    }

    /**
     * This WELCOME as a command.
     *
     * @return a command named WELCOME
     */
    public Command toCommand() {
        return new Command(Command.WELCOME, ByteBuffer.allocate(NONCE_LENGTH + box.length).put(nonce).put(box).array());
    }
}
