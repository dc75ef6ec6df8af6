package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.ErrorReason;

/** How every mechanism refuses and is refused. */
final class Refusals {
    private Refusals() {}

    /** The authenticator did not let the peer in. */
    static Step of(ZmtpVerdict.Refused verdict) {
        String code = Integer.toString(verdict.refusal().code());
        ZmtpException cause = new ZmtpException(Reason.NOT_AUTHENTICATED, "the peer was not let in: " + code);
        return verdict.refusal() == Refusal.TEMPORARY ? new Step.Silence(cause) : Step.Refuse.saying(code, cause);
    }

    /** What the peer announced does not fit; it is told so if its type of socket is the cause. */
    static Step of(ZmtpException cause) {
        if (cause.reason() != Reason.SOCKET_TYPE_MISMATCH) {
            throw cause;
        }
        return Step.Refuse.saying("Socket type not accepted", cause);
    }

    /** The peer sent ERROR. */
    static ZmtpException byPeer(Command error) {
        String text = ErrorReason.of(error).text();
        boolean forNow = text.equals(Integer.toString(Refusal.TEMPORARY.code()));
        String why = text.isEmpty() ? "the peer refused, and did not say why" : "the peer refused: " + text;
        return new ZmtpException(forNow ? Reason.REFUSED_FOR_NOW : Reason.REFUSED_BY_PEER, why);
    }

    /** The peer sent what does not belong where the handshake is. */
    static ZmtpException unexpected(String expected) {
        return new ZmtpException(Reason.MALFORMED, "a command other than " + expected + " in the handshake");
    }
}
