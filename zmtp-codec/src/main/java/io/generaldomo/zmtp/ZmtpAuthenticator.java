package io.generaldomo.zmtp;

import java.util.concurrent.CompletionStage;

/**
 * Decides which peers are let in. The handshake of a peer waits for the verdict, and for the handshake's deadline at most; nothing else waits.
 *
 * <p>Called on the event loop of the connection, so it must not block: what takes time is done elsewhere, and the stage that is returned
 * completed there, on any thread. A stage that fails, and an exception, count as {@link ZmtpVerdict.Refusal#INTERNAL_ERROR}. A verdict that comes
 * after the connection was lost changes nothing. Implementations are thread-safe: one serves many connections.
 *
 * <p>This is RFC 27/ZAP without its messages.
 */
@FunctionalInterface
public interface ZmtpAuthenticator {
    /**
     * Judges a peer.
     *
     * @param applicant what it shows of itself, and where it is
     * @return the verdict, now or later
     */
    CompletionStage<ZmtpVerdict> authenticate(ZmtpApplicant applicant);
}
