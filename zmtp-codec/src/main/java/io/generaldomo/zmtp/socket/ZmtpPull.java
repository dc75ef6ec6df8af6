package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.netty.channel.EventLoop;

/** A PULL: receives from a pipeline, from all its PUSH peers (RFC 30/PIPELINE). */
public final class ZmtpPull extends ZmtpSocket {
    private ZmtpPull(SocketKernel kernel) {
        super(kernel);
    }

    /**
     * Makes a PULL that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpPull open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpPull(new SocketKernel(SocketType.PULL, options, loop, table, new ReceivingPattern(listener), listener));
    }
}
