package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * An XPUB: a PUB whose application is told subscriptions, and what else subscribers send (RFC 29/PUBSUB).
 *
 * <p>A subscription is shown as a message of one part, whichever form it came in: an octet 1 and the topic, or an octet 0 and the topic when it is
 * taken back; {@link XpubOptions} says which of them. A peer that leaves takes its subscriptions back.
 *
 * <p>{@link #send(SocketPeer, ZmtpMessage)} is what a cache of last values answers a new subscriber with; libzmq, which has no such method, has an
 * option for it. A welcome message is {@link SocketOptions#withHello}.
 */
public final class ZmtpXpub extends ZmtpSocket {
    private final Subscriptions subscriptions;
    private final PublishingPattern pattern;
    private final Outbox outbox;
    private final Outbox toOne;

    private ZmtpXpub(SocketKernel kernel, Subscriptions subscriptions, PublishingPattern pattern, AddressedPattern one) {
        super(kernel);
        this.subscriptions = subscriptions;
        this.pattern = pattern;
        this.outbox = kernel.outbox(pattern::send);
        this.toOne = kernel.outbox(one::send);
    }

    /**
     * Makes an XPUB that is neither bound nor connected, with default options.
     *
     * @param options how it behaves
     * @param listener receives subscriptions and messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpXpub open(SocketOptions options, SocketListener listener) {
        return open(options, PublishOptions.DEFAULT, XpubOptions.DEFAULT, listener);
    }

    /**
     * Makes an XPUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param publishing how it treats subscribers
     * @param telling what the application is told, and what it decides
     * @param listener receives subscriptions and messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpXpub open(SocketOptions options, PublishOptions publishing, XpubOptions telling, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        Subscriptions subscriptions = new Subscriptions(publishing.limits());
        PublishingPattern pattern = new PublishingPattern(
                subscriptions,
                new OpenDesk(subscriptions, telling, listener),
                first -> subscriptions.matching(first, publishing.matching()),
                publishing.whenFull(),
                options.sendHighWaterMark());
        SocketKernel kernel = new SocketKernel(SocketType.XPUB, options, loop, table, pattern, listener);
        return new ZmtpXpub(kernel, subscriptions, pattern, new AddressedPattern(table, listener));
    }

    /**
     * Publishes a message.
     *
     * @param message as for {@link ZmtpPub#send}
     * @return as of {@link ZmtpPub#send}
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }

    /**
     * Sends a message to one subscriber, whatever it has subscribed to; a SUB drops what it has not.
     *
     * @param to a subscriber that is connected
     * @param message any number of parts; one reference is consumed, also on failure
     * @return completes when the queue towards it has the message; fails with a {@link io.generaldomo.zmtp.ZmtpException}: {@code NO_SUCH_PEER},
     *     {@code HIGH_WATER_MARK} or {@code CLOSED}
     */
    public CompletableFuture<Void> send(SocketPeer to, ZmtpMessage message) {
        return toOne.send(to.routingId(), message);
    }

    /**
     * Lets a subscription count; for an application that decides about them ({@link XpubOptions.Decision#APPLICATION}).
     *
     * @param subscriber who gets the messages; nothing happens if it has left
     * @param topic what they begin with, which need not be what the subscriber asked for; copied
     */
    public void subscribe(SocketPeer subscriber, byte[] topic) {
        byte[] copy = topic.clone();
        kernel.run(() -> add((LivePeer) subscriber, copy), () -> {});
    }

    private void add(LivePeer subscriber, byte[] topic) {
        try {
            subscriptions.add(subscriber, topic);
        } catch (ZmtpException e) {
            subscriber.fail(e);
        }
    }

    /**
     * Ends a subscription that {@link #subscribe} let count.
     *
     * @param subscriber who got the messages; nothing happens if it has left
     * @param topic what they begin with; copied
     */
    public void cancel(SocketPeer subscriber, byte[] topic) {
        byte[] copy = topic.clone();
        kernel.run(() -> {
            subscriptions.remove((LivePeer) subscriber, copy);
            pattern.onRoom();
        }, () -> {});
    }

    /**
     * How many different topics subscribers have.
     *
     * @return completes with their number, 0 on a closed socket
     */
    public CompletableFuture<Integer> topics() {
        CompletableFuture<Integer> number = new CompletableFuture<>();
        kernel.run(() -> number.complete(subscriptions.size()), () -> number.complete(0));
        return number;
    }

    /**
     * How many messages were lost, because the queue of a subscriber was full.
     *
     * @return as of {@link ZmtpPub#dropped}
     */
    public long dropped() {
        return pattern.dropped();
    }
}
