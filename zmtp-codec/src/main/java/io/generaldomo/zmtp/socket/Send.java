package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.concurrent.CompletableFuture;

/**
 * A message on its way to a queue, and the future that tells its sender whether it got there. Each one is accepted or refused once.
 *
 * @param message owned by this send until it is accepted
 * @param result completed when a queue has the message
 */
record Send(ZmtpMessage message, CompletableFuture<Void> result) {
    Send(ZmtpMessage message) {
        this(message, new CompletableFuture<>());
    }

    void acceptOn(Link link) {
        link.send(message);
        result.complete(null);
    }

    void refuse(Reason reason, String why) {
        message.release();
        result.completeExceptionally(new ZmtpException(reason, why));
    }

    /** Whether its sender waits no more; the message is released then. */
    boolean isAbandoned() {
        if (!result.isDone()) {
            return false;
        }
        message.release();
        return true;
    }
}
