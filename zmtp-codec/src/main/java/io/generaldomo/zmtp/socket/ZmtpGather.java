package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.netty.channel.EventLoop;

/** A GATHER: receives messages of one part from a pipeline, from all its SCATTER peers (RFC 49/SCATGAT). */
public final class ZmtpGather extends ZmtpSocket {
    private ZmtpGather(SocketKernel kernel) {
        super(kernel);
    }

    /**
     * Makes a GATHER that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpGather open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpGather(new SocketKernel(SocketType.GATHER, options, loop, table, new ReceivingPattern(listener), listener));
    }
}
