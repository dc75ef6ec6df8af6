package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * A REQ: asks REPs or ROUTERs in turn, one request at a time (RFC 28/REQREP).
 *
 * <p>Requests made while another is outstanding wait in order. Only the peer that was asked can answer. A request that is still queued when a
 * connection is lost goes out on the next one; one that had been sent fails, since nobody knows what became of it.
 */
public final class ZmtpReq extends ZmtpSocket {
    private final RequestPattern pattern;

    private ZmtpReq(SocketKernel kernel, RequestPattern pattern) {
        super(kernel);
        this.pattern = pattern;
    }

    /**
     * Makes a REQ that is neither bound nor connected.
     *
     * @param options how it behaves
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpReq open(SocketOptions options) {
        return open(options, PeerListener.NONE);
    }

    /**
     * Makes a REQ that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener is told about its connections
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpReq open(SocketOptions options, PeerListener listener) {
        return open(options, RequestOptions.DEFAULT, listener);
    }

    /**
     * Makes a REQ that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param requests how it tells replies apart, and what a request does to the one before it
     * @param listener is told about its connections
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpReq open(SocketOptions options, RequestOptions requests, PeerListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RequestPattern pattern = new RequestPattern(options.sendHighWaterMark(), requests);
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpReq(new SocketKernel(SocketType.REQ, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Asks the peer whose turn it is.
     *
     * @param message the request without delimiter; one reference is consumed, also on failure
     * @return the reply without delimiter, whose reference passes to the caller; fails with a {@link ZmtpException}: {@code CONNECTION_LOST},
     *     {@code MALFORMED} for a reply without delimiter, {@code HIGH_WATER_MARK} if too many requests wait, or {@code CLOSED}. Cancelling it, or
     *     letting it time out, gives the request up; if it had been sent, its connection ends, so that a late reply is not taken for another, unless
     *     {@link RequestOptions.Pairing#BY_NUMBER numbers} tell them apart
     */
    public CompletableFuture<ZmtpMessage> request(ZmtpMessage message) {
        Request request = new Request(message);
        kernel.run(() -> pattern.request(request), () -> request.refuse(Reason.CLOSED, "the socket is closed"));
        request.reply().whenComplete((reply, failure) -> {
            if (failure != null && !(failure instanceof ZmtpException)) {
                kernel.run(() -> pattern.abandon(request), () -> {});
            }
        });
        return request.reply();
    }
}
