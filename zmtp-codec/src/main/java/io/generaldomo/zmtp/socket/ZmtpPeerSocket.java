package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A PEER: talks to any number of other PEERs, each addressed by a routing id (RFC 51/P2P).
 *
 * <p>A {@link ZmtpServer} among equals: the routing id is a number of this socket's own. That of a peer which connected ends with its connection; that
 * of an endpoint which {@link #connectPeer} connects to stays, and so does the queue towards it. Messages have one part; one of several parts that a
 * peer sends is dropped, as libzmq does it.
 */
public final class ZmtpPeerSocket extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpPeerSocket(SocketKernel kernel, AddressedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a PEER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpPeerSocket open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        AddressedPattern pattern = new AddressedPattern(table, listener);
        return new ZmtpPeerSocket(new SocketKernel(SocketType.PEER, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Does as {@link #connect}, and tells how to address the peer there; messages for it may be sent at once.
     *
     * @param endpoint such as {@code tcp://peer.example:5555}
     * @return completes with the routing id, before there is a connection; fails with a {@link io.generaldomo.zmtp.ZmtpException} of {@code CLOSED}
     *     on a closed socket
     * @throws IllegalArgumentException if the text is not an endpoint that can be connected to
     */
    public CompletableFuture<RoutingId> connectPeer(String endpoint) {
        return kernel.connectNamed(Endpoint.parse(endpoint), null);
    }

    /**
     * Sends a message to one peer.
     *
     * @param to a routing id of {@link #connectPeer} or {@link SocketPeer#routingId()}
     * @param message one part; one reference is consumed, also on failure
     * @return as of {@link ZmtpServer#send}
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(RoutingId to, ZmtpMessage message) {
        return outbox.send(to, message);
    }
}
