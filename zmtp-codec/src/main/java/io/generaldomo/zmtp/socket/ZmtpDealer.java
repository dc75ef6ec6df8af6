package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A DEALER: talks to ROUTERs, REPs and DEALERs in turn, without waiting for replies (RFC 28/REQREP).
 *
 * <p>From {@link #connect} on there is a queue towards the peer, which survives losing the connection; messages that were on their way at that
 * moment are lost. Messages go as they are: towards a REP they have to begin with an empty part.
 */
public final class ZmtpDealer extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpDealer(SocketKernel kernel, BalancedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a DEALER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpDealer open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        BalancedPattern pattern = new BalancedPattern(listener, options.sendHighWaterMark());
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpDealer(new SocketKernel(SocketType.DEALER, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to the peer whose turn it is.
     *
     * @param message any number of parts; one reference is consumed, also on failure
     * @return completes when a queue has the message, and so stays incomplete while all queues are full or there is none: a sender that waits for it
     *     sends no faster than the peers read. As many messages as a queue takes wait like that; beyond them it fails with a
     *     {@link io.generaldomo.zmtp.ZmtpException} of {@code HIGH_WATER_MARK}. Fails with {@code CLOSED} on a closed socket. Cancelling it
     *     while it is incomplete takes the message back
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
