package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import java.nio.ByteBuffer;

/**
 * The data of CURVE's READY (RFC 26/CURVEZMQ, "ready").
 *
 * <pre>
 *   0         8
 *  +---------+--------------------+
 *  |  nonce  |  box of: metadata… |
 *  +---------+--------------------+
 * </pre>
 *
 * @param nonce the first nonce of the server, unsigned
 * @param box metadata, sealed between the keys of this connection
 */
public record CurveReady(long nonce, byte[] box) {
    /**
     * Reads a READY.
     *
     * @param command any command
     * @return the READY
     * @throws ZmtpException if this is no READY, or too short for one without metadata
     */
    public static CurveReady of(Command command) {
        ByteBuffer in = CurveFields.atLeast(command, Command.READY, Long.BYTES + CurveFields.MAC);
        return new CurveReady(in.getLong(), CurveFields.take(in, in.remaining()));
    }

    /**
     * This READY as a command.
     *
     * @return a command named READY
     */
    public Command toCommand() {
        return new Command(Command.READY, ByteBuffer.allocate(Long.BYTES + box.length).putLong(nonce).put(box).array());
    }
}
