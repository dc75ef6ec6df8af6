package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A ROUTER: talks to any number of DEALERs, REQs and ROUTERs, each addressed by its identity (RFC 28/REQREP).
 *
 * <p>The routing id is the identity that the peer announced, or else five octets of the socket's own, the first of which is zero. It is not part of
 * the messages: {@link SocketListener#onMessage} tells it beside them, {@link #send} takes it beside them. {@link Namesake} says what becomes of a
 * second peer with the identity of one that is connected. Messages from and to a REQ begin with its empty delimiter.
 *
 * <p>In libzmq's words this ROUTER is always mandatory: a message for nobody fails, since the failure is there for whoever looks.
 */
public final class ZmtpRouter extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpRouter(SocketKernel kernel, AddressedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /** What becomes of a peer with the identity of one that is connected. */
    public enum Namesake {
        /** It is turned away, and may come again when the other has left. */
        TURNED_AWAY,
        /** It takes the place of the other, which loses its connection: libzmq's "handover". */
        TAKES_OVER
    }

    /**
     * Makes a ROUTER that is neither bound nor connected, and turns namesakes away.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRouter open(SocketOptions options, SocketListener listener) {
        return open(options, Namesake.TURNED_AWAY, listener);
    }

    /**
     * Makes a ROUTER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param namesake what becomes of a peer with the identity of one that is connected
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRouter open(SocketOptions options, Namesake namesake, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.announced(namesake));
        AddressedPattern pattern = new AddressedPattern(table, listener);
        return new ZmtpRouter(new SocketKernel(SocketType.ROUTER, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Does as {@link #connect}, and gives the peer there a routing id of this side's choice, whatever it announces: libzmq's "connect routing id".
     * Messages for it may be sent at once, and the queue towards it survives losing the connection.
     *
     * @param endpoint such as {@code tcp://peer.example:5555}
     * @param name the routing id
     * @return completes when the name holds, before there is a connection; fails with an {@link IllegalStateException} if a peer has it already, with
     *     a {@link io.generaldomo.zmtp.ZmtpException} of {@code CLOSED} on a closed socket
     * @throws IllegalArgumentException if the text is not an endpoint that can be connected to
     */
    public CompletableFuture<Void> connect(String endpoint, RoutingId name) {
        return kernel.connectNamed(Endpoint.parse(endpoint), name).thenAccept(connected -> {});
    }

    /**
     * Sends a message to one peer.
     *
     * @param to a routing id of {@link SocketPeer#routingId()}, or an identity known otherwise
     * @param message any number of parts, without the identity; one reference is consumed, also on failure
     * @return completes when the queue towards the peer has the message; fails with a {@link io.generaldomo.zmtp.ZmtpException}:
     *     {@code NO_SUCH_PEER}, {@code HIGH_WATER_MARK} or {@code CLOSED}
     */
    public CompletableFuture<Void> send(RoutingId to, ZmtpMessage message) {
        return outbox.send(to, message);
    }
}
