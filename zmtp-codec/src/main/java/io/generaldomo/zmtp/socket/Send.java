package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a queue, and the future that tells its sender whether it got there: completed when a queue has the message. Owns the
 * message until it is accepted or refused, which happens once. Confined to the socket's event loop, except as a future.
 *
 * <p>It is a future, rather than having one, because there is one for each message that is sent.
 */
final class Send extends CompletableFuture<Void> {
    private final @Nullable RoutingId to;
    private ZmtpMessage message;

    private Send(@Nullable RoutingId to, ZmtpMessage message) {
        this.to = to;
        this.message = message;
    }

    static Send to(RoutingId peer, ZmtpMessage message) {
        return new Send(peer, message);
    }

    static Send toAnyone(ZmtpMessage message) {
        return new Send(null, message);
    }

    /** Whom it is for; null where the socket chooses. */
    @Nullable RoutingId to() {
        return to;
    }

    /** Lends the message. */
    ZmtpMessage message() {
        return message;
    }

    /** Before it waits: its message must not pin large read buffers. */
    void compact() {
        message = message.compacted();
    }

    void acceptOn(Link link) {
        link.send(message);
        complete(null);
    }

    /**
     * Gives each of these the message whose queue has room.
     *
     * @param lost called for each of the others, before the sender is told
     */
    void acceptOn(List<LivePeer> peers, List<Link> links, Runnable lost) {
        compact(); // once, not in each queue
        for (LivePeer peer : peers) {
            offer(peer.link(), lost);
        }
        for (Link link : links) {
            offer(link, lost);
        }
        message.release();
        complete(null);
    }

    private void offer(Link link, Runnable lost) {
        if (link.hasRoom()) {
            link.sendSoon(message.retain());
        } else {
            lost.run();
        }
    }

    void refuse(Reason reason, String why) {
        message.release();
        completeExceptionally(new ZmtpException(reason, why));
    }

    /** Whether its sender waits no more; the message is released then. */
    boolean isAbandoned() {
        if (!isDone()) {
            return false;
        }
        message.release();
        return true;
    }
}
