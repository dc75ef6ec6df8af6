package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A PUB: sends each message to all SUBs and XSUBs that have subscribed to it, by the beginning of its first part (RFC 29/PUBSUB).
 *
 * <p>Each subscriber has a queue, bounded by {@link SocketOptions#withSendHighWaterMark} and
 * {@link io.generaldomo.zmtp.ZmtpLimits#backlog()}; a slow one loses messages on its own ({@link #dropped()}), or holds up all, as
 * {@link PublishOptions#whenFull()} has it. A queue ends with its connection. What subscribers send besides subscriptions is dropped.
 */
public final class ZmtpPub extends ZmtpSocket {
    private final PublishingPattern pattern;
    private final Outbox outbox;

    private ZmtpPub(SocketKernel kernel, PublishingPattern pattern) {
        super(kernel);
        this.pattern = pattern;
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a PUB that is neither bound nor connected, and treats subscribers by default.
     *
     * @param options how it behaves
     * @param listener is told who comes and goes
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpPub open(SocketOptions options, PeerListener listener) {
        return open(options, PublishOptions.DEFAULT, listener);
    }

    /**
     * Makes a PUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param publishing how it treats subscribers
     * @param listener is told who comes and goes
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpPub open(SocketOptions options, PublishOptions publishing, PeerListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        Subscriptions subscriptions = new Subscriptions(publishing.limits());
        PublishingPattern pattern = new PublishingPattern(
                subscriptions,
                SubscriptionDesk.silent(subscriptions),
                first -> subscriptions.matching(first, publishing.matching()),
                publishing.whenFull(),
                options.sendHighWaterMark());
        return new ZmtpPub(new SocketKernel(SocketType.PUB, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Publishes a message.
     *
     * @param message any number of parts, the first of which is what subscribers choose by; one reference is consumed, also on failure
     * @return completes when the queue of every subscriber that it is for has the message, or has lost it; stays incomplete while one is full that
     *     must not lose any. As many messages as a queue takes wait like that; beyond them it fails with a
     *     {@link io.generaldomo.zmtp.ZmtpException} of {@code HIGH_WATER_MARK}. Fails with {@code CLOSED} on a closed socket. Cancelling it
     *     while it is incomplete takes the message back
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }

    /**
     * How many messages were lost, because the queue of a subscriber was full.
     *
     * @return their number; a message that two subscribers lost counts twice
     */
    public long dropped() {
        return pattern.dropped();
    }
}
