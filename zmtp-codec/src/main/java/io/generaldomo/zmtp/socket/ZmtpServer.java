package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A SERVER: talks to any number of CLIENTs, each addressed by a routing id (RFC 41/CLISRV).
 *
 * <p>The routing id is a number that this socket gives to a connection and not to another one after it; a client that comes back has a new one.
 * Messages have one part; one of several parts that a peer sends is dropped, as libzmq does it.
 */
public final class ZmtpServer extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpServer(SocketKernel kernel, AddressedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a SERVER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpServer open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        AddressedPattern pattern = new AddressedPattern(table, listener);
        return new ZmtpServer(new SocketKernel(SocketType.SERVER, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to one client.
     *
     * @param to a routing id of {@link SocketPeer#routingId()}
     * @param message one part; one reference is consumed, also on failure
     * @return completes when the queue towards the client has the message; fails with a {@link io.generaldomo.zmtp.ZmtpException}:
     *     {@code NO_SUCH_PEER}, {@code HIGH_WATER_MARK} or {@code CLOSED}
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(RoutingId to, ZmtpMessage message) {
        return outbox.send(to, message);
    }
}
