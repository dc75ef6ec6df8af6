package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A RADIO: sends each message to all DISHes that have joined its group (RFC 48/RADISH).
 *
 * <p>A group is a name that is compared as a whole. Queues and slow peers are as those of {@link ZmtpPub}. Over TCP a message goes as two frames, the
 * group and the body.
 *
 * <p>Over UDP a RADIO connects, {@code udp://127.0.0.1:5555}, or to a multicast group, through an interface of this machine if one is named,
 * {@code udp://eth0;239.0.0.1:5555}; it does not bind. Each message is a datagram, of all groups, whether anybody is there or not, and nothing tells what
 * becomes of it. Group and body have up to 8,191 octets; longer messages are dropped and {@linkplain #dropped counted}.
 */
public final class ZmtpRadio extends ZmtpSocket {
    private final PublishingPattern pattern;
    private final Outbox outbox;

    private ZmtpRadio(SocketKernel kernel, PublishingPattern pattern) {
        super(kernel);
        this.pattern = pattern;
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a RADIO that is neither bound nor connected, and treats DISHes by default.
     *
     * @param options how it behaves
     * @param listener is told who comes and goes
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRadio open(SocketOptions options, PeerListener listener) {
        return open(options, PublishOptions.DEFAULT, listener);
    }

    /**
     * Makes a RADIO that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param publishing how it treats DISHes
     * @param listener is told who comes and goes
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRadio open(SocketOptions options, PublishOptions publishing, PeerListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        Subscriptions groups = new Subscriptions(publishing.limits());
        PublishingPattern pattern = new PublishingPattern(
                groups, SubscriptionDesk.silent(groups), groups::in, publishing.whenFull(), options.sendHighWaterMark());
        return new ZmtpRadio(new SocketKernel(SocketType.RADIO, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to a group.
     *
     * @param group up to 255 octets in UTF-8; may be empty
     * @param body one part; one reference is consumed, also on failure
     * @return as of {@link ZmtpPub#send}
     * @throws IllegalArgumentException if the group is too long, or the body has several parts
     */
    public CompletableFuture<Void> send(String group, ZmtpMessage body) {
        return send(body.prefixedBy(Unpooled.wrappedBuffer(group.getBytes(UTF_8))));
    }

    /**
     * Sends a message to the group that is its first part.
     *
     * @param message a group of up to 255 octets, and a body; one reference is consumed, also on failure
     * @return as of {@link ZmtpPub#send}
     * @throws IllegalArgumentException if it has not two parts, or the group is too long
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        if (message.size() != 2 || message.part(0).readableBytes() > DishPattern.LONGEST_GROUP) {
            message.release();
            throw new IllegalArgumentException("a RADIO sends a group of up to 255 octets, and one part");
        }
        return outbox.send(message);
    }

    /**
     * How many messages were lost, because the queue of a DISH was full, or because they did not go as a datagram.
     *
     * @return as of {@link ZmtpPub#dropped}
     */
    public long dropped() {
        return pattern.dropped() + kernel.lostDatagrams();
    }
}
