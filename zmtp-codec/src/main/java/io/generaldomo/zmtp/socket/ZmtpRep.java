package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A REP: answers the requests of REQs and DEALERs, one at a time and peers in turn (RFC 28/REQREP).
 *
 * <p>A reply goes to the peer that asked; if that has left, or does not read its replies, the reply is dropped. A request without a delimiter is
 * dropped, as libzmq does it.
 */
public final class ZmtpRep extends ZmtpSocket {
    private ZmtpRep(SocketKernel kernel) {
        super(kernel);
    }

    /**
     * Makes a REP that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param service answers a request; called on the socket's event loop and must not block it, but may answer later from any thread, when the next
     *     request is served. Owns the request and releases it; the reference of the reply passes to the socket, and the reply may be the request
     *     itself. If it fails, that is logged and the request goes without an answer
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRep open(SocketOptions options, Function<? super ZmtpMessage, ? extends CompletionStage<ZmtpMessage>> service) {
        return open(options, service, PeerListener.NONE);
    }

    /**
     * Makes a REP that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param service answers a request, as in {@link #open(SocketOptions, Function)}
     * @param listener is told about its connections
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpRep open(
            SocketOptions options,
            Function<? super ZmtpMessage, ? extends CompletionStage<ZmtpMessage>> service,
            PeerListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        FairQueue requests = new FairQueue(options.receiveHighWaterMark(), options.config(SocketType.REP).limits().backlog());
        ReplyPattern pattern = new ReplyPattern(loop, table, service, requests);
        return new ZmtpRep(new SocketKernel(SocketType.REP, options, loop, table, pattern, listener));
    }
}
