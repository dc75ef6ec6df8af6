package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;

/** What a declared size is compared with, before an octet of the body is awaited or given room. */
record FrameLimits(ZmtpLimits limits) {

    /** A size is negative where 2^63 or more was declared. */
    void requireFrameSize(long size) {
        if (size < 0 || size > limits.frameSize()) {
            throw exceeded("a frame", limits.frameSize(), "octets");
        }
    }

    void requireCommandSize(long size) {
        if (size < 0 || size > limits.commandSize()) {
            throw exceeded("a command", limits.commandSize(), "octets");
        }
    }

    void requireMessageSize(long octets) {
        if (octets > limits.messageSize()) {
            throw exceeded("a message", limits.messageSize(), "octets");
        }
    }

    void requireAnotherPart(int parts) {
        if (parts == limits.parts()) {
            throw exceeded("a message", limits.parts(), "parts");
        }
    }

    private static ZmtpException exceeded(String what, long limit, String unit) {
        return new ZmtpException(Reason.LIMIT_EXCEEDED, what + " of more than " + limit + ' ' + unit);
    }
}
