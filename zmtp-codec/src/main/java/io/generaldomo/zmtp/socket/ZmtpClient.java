package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A CLIENT: talks to one SERVER, or to several in turn (RFC 41/CLISRV).
 *
 * <p>From {@link #connect} on there is a queue towards the server, which survives losing the connection; messages that were on their way at that
 * moment are lost. Messages have one part; one of several parts that a peer sends is dropped, as libzmq does it.
 */
public final class ZmtpClient extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpClient(SocketKernel kernel, BalancedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a CLIENT that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpClient open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        BalancedPattern pattern = new BalancedPattern(listener, options.sendHighWaterMark());
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpClient(new SocketKernel(SocketType.CLIENT, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to the server whose turn it is.
     *
     * @param message one part; one reference is consumed, also on failure
     * @return completes when a queue has the message, and so stays incomplete while all queues are full or there is none: a sender that waits for it
     *     sends no faster than the servers read. As many messages as a queue takes wait like that; beyond them it fails with a
     *     {@link io.generaldomo.zmtp.ZmtpException} of {@code HIGH_WATER_MARK}. Fails with {@code CLOSED} on a closed socket. Cancelling it
     *     while it is incomplete takes the message back
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
