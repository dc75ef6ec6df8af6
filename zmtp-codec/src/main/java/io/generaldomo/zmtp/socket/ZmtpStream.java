package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A STREAM: speaks TCP, or Unix domain sockets, with peers that know nothing of ZMTP, each addressed by a routing id (libzmq's {@code ZMQ_STREAM};
 * there is no RFC).
 *
 * <p>What comes from a peer at once is a message of one part, up to 64 KiB; where one message ends and the next begins means nothing. A message without
 * octets comes when a peer is connected, and when it has ended its connection, besides what {@link PeerListener} tells. To send one ends the connection, as
 * soon as what was sent before is on its way; of that no message comes, and this side does not connect again. After any other loss it does, as every socket.
 *
 * <p>The routing id is a number that this socket gives. That of an endpoint which {@link #connectPeer} connects to stays; what is queued towards a
 * peer ends with its connection. There is no security; queues and slow peers are as those of {@link ZmtpServer}.
 */
public final class ZmtpStream extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpStream(SocketKernel kernel, StreamPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a STREAM that is neither bound nor connected.
     *
     * @param options how it behaves; its disconnect and hiccup messages have no octets, whatever stands there
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpStream open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        StreamPattern pattern = new StreamPattern(table, listener);
        return new ZmtpStream(new SocketKernel(SocketType.STREAM, options.ofStream(), loop, table, pattern, listener), pattern);
    }

    /**
     * Does as {@link #connect}, and tells how to address the peer there; octets for it may be sent at once.
     *
     * @param endpoint such as {@code tcp://www.example:80}
     * @return completes with the routing id, before there is a connection; fails with a {@link io.generaldomo.zmtp.ZmtpException} of {@code CLOSED}
     *     on a closed socket
     * @throws IllegalArgumentException if the text is not an endpoint that a STREAM can be connected to
     */
    public CompletableFuture<RoutingId> connectPeer(String endpoint) {
        return kernel.connectNamed(Endpoint.parse(endpoint), null);
    }

    /**
     * Sends octets to one peer, or ends its connection.
     *
     * @param to a routing id of {@link #connectPeer} or {@link SocketPeer#routingId()}
     * @param octets one part, of no octets to end the connection; one reference is consumed, also on failure
     * @return as of {@link ZmtpServer#send}
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(RoutingId to, ZmtpMessage octets) {
        return outbox.send(to, octets);
    }
}
