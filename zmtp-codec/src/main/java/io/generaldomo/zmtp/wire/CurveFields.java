package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.nio.ByteBuffer;

/** What the commands of CURVE have in common. */
final class CurveFields {
    /** Octets in a public key. */
    static final int KEY = 32;
    /** Octets that sealing adds. */
    static final int MAC = 16;

    private CurveFields() {}

    /** The data of a command that has exactly this name and length. */
    static ByteBuffer of(Command command, String name, int length) {
        ByteBuffer in = atLeast(command, name, length);
        if (in.remaining() != length) {
            throw new ZmtpException(Reason.MALFORMED, "a " + name + " that is too long");
        }
        return in;
    }

    /** The data of a command that has exactly this name, and at least this length. */
    static ByteBuffer atLeast(Command command, String name, int length) {
        if (!command.is(name)) {
            throw new ZmtpException(Reason.MALFORMED, "a command other than " + name + " in the handshake");
        }
        if (command.data().length < length) {
            throw new ZmtpException(Reason.MALFORMED, "a " + name + " that is too short");
        }
        return ByteBuffer.wrap(command.data());
    }

    static byte[] take(ByteBuffer in, int length) {
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }
}
