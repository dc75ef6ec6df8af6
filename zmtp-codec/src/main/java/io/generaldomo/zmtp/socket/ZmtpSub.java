package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.SocketType;
import io.netty.channel.EventLoop;

/**
 * A SUB: receives from PUBs and XPUBs what it has subscribed to, and nothing as long as that is nothing (RFC 29/PUBSUB).
 *
 * <p>Subscriptions hold for all publishers, those that connect later among them, and until they are taken back as often as they were made. Publishers
 * hear of them as soon as they are connected; what they sent before that is lost.
 */
public final class ZmtpSub extends ZmtpSocket {
    private final SubscribingPattern pattern;

    private ZmtpSub(SocketKernel kernel, SubscribingPattern pattern) {
        super(kernel);
        this.pattern = pattern;
    }

    /**
     * Makes a SUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpSub open(SocketOptions options, SocketListener listener) {
        return open(options, Matching.PREFIX, listener);
    }

    /**
     * Makes a SUB that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param matching which messages a subscription means
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpSub open(SocketOptions options, Matching matching, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        SubscribingPattern pattern = SubscribingPattern.sub(listener, matching, options.config(SocketType.SUB).limits().backlog());
        return new ZmtpSub(new SocketKernel(SocketType.SUB, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Subscribes.
     *
     * @param topic what the first part of a message begins with, up to what publishers take in a command; nothing means all messages; copied
     */
    public void subscribe(byte[] topic) {
        byte[] copy = topic.clone();
        kernel.run(() -> pattern.subscribe(copy), () -> {});
    }

    /**
     * Subscribes.
     *
     * @param topic as for {@link #subscribe(byte[])}, encoded in UTF-8
     */
    public void subscribe(String topic) {
        subscribe(topic.getBytes(UTF_8));
    }

    /**
     * Takes a subscription back; nothing happens if there is none.
     *
     * @param topic as it was subscribed to; copied
     */
    public void cancel(byte[] topic) {
        byte[] copy = topic.clone();
        kernel.run(() -> pattern.cancel(copy), () -> {});
    }

    /**
     * Takes a subscription back; nothing happens if there is none.
     *
     * @param topic as for {@link #cancel(byte[])}, encoded in UTF-8
     */
    public void cancel(String topic) {
        cancel(topic.getBytes(UTF_8));
    }
}
