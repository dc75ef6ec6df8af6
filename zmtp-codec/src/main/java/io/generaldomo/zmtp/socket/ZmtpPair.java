package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A PAIR: talks to one other PAIR (RFC 31/EXPAIR).
 *
 * <p>It has one peer at a time, and turns others away as long as that is connected; once it has been told to connect, its peer is whoever is at that
 * endpoint. The queue towards an endpoint survives losing the connection, that towards a peer that has connected does not.
 */
public final class ZmtpPair extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpPair(SocketKernel kernel, ExclusivePattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a PAIR that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpPair open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        ExclusivePattern pattern = new ExclusivePattern(new BalancedPattern(listener, options.sendHighWaterMark()));
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpPair(new SocketKernel(SocketType.PAIR, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to the peer, or to the next one if there is none.
     *
     * @param message any number of parts; one reference is consumed, also on failure
     * @return as of {@link ZmtpPush#send}
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
