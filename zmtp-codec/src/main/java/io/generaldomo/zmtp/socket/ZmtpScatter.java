package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A SCATTER: sends messages of one part down a pipeline, to its GATHER peers in turn (RFC 49/SCATGAT).
 *
 * <p>As {@link ZmtpPush} otherwise.
 */
public final class ZmtpScatter extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpScatter(SocketKernel kernel, BalancedPattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a SCATTER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener is told who comes and goes
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpScatter open(SocketOptions options, PeerListener listener) {
        EventLoop loop = options.transport().nextLoop();
        BalancedPattern pattern = new BalancedPattern((from, message) -> message.release(), options.sendHighWaterMark());
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpScatter(new SocketKernel(SocketType.SCATTER, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Sends a message to the peer whose turn it is.
     *
     * @param message one part; one reference is consumed, also on failure
     * @return as of {@link ZmtpPush#send}
     * @throws IllegalArgumentException if the message has several parts
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        return outbox.send(message);
    }
}
