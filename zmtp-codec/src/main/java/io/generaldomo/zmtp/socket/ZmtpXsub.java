package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * An XSUB: a SUB that subscribes by messages, may send others, and takes whatever publishers send it (RFC 29/PUBSUB).
 *
 * <p>A message of one part that begins with an octet 1 subscribes to what follows, one that begins with an octet 0 takes that back: as an XPUB shows
 * them, so that a forwarder hands them on as they are. Publishers get them in the form that their version understands.
 */
public final class ZmtpXsub extends ZmtpSocket {
    private final Outbox outbox;

    /** What publishers hear of when one of several equal subscriptions is taken back. */
    public enum Cancels {
        /** Only of the last. */
        LAST,
        /** Of each: libzmq's "verbose unsubscribe". */
        EVERY
    }

    private ZmtpXsub(SocketKernel kernel, SubscribingPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes an XSUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpXsub open(SocketOptions options, SocketListener listener) {
        return open(options, Cancels.LAST, listener);
    }

    /**
     * Makes an XSUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param cancels what publishers hear of
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpXsub open(SocketOptions options, Cancels cancels, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        SubscribingPattern pattern = SubscribingPattern.xsub(listener, cancels, options.config(SocketType.XSUB).limits().backlog());
        return new ZmtpXsub(new SocketKernel(SocketType.XSUB, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Subscribes, takes a subscription back, or sends a message to all publishers that are connected, except those whose queue is full.
     *
     * @param message any number of parts; one reference is consumed, also on failure
     * @return completes when that is under way; fails with a {@link io.generaldomo.zmtp.ZmtpException} of {@code CLOSED} on a closed socket
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
