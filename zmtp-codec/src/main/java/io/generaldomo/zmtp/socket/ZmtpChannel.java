package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A CHANNEL: talks to one other CHANNEL, in messages of one part (RFC 52/CHANNEL).
 *
 * <p>As {@link ZmtpPair} otherwise. A message of several parts that the peer sends is dropped, as libzmq does it.
 */
public final class ZmtpChannel extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpChannel(SocketKernel kernel, ExclusivePattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a CHANNEL that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpChannel open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        ExclusivePattern pattern = new ExclusivePattern(new BalancedPattern(listener, options.sendHighWaterMark()));
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpChannel(new SocketKernel(SocketType.CHANNEL, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to the peer, or to the next one if there is none.
     *
     * @param message one part; one reference is consumed, also on failure
     * @return as of {@link ZmtpPush#send}
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
