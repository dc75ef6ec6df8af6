package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Stands above the ZMTP handlers of an accepted connection: counts it for as long as it lasts, and says once why it ended, if the peer is to blame.
 * Confined to the connection's event loop.
 */
final class AcceptedConnection extends ChannelDuplexHandler {
    private final ConnectionCount count;
    private final FailureLog failures;
    private final Origin origin;
    /** Kept because a channel that is closed does not know it any more. */
    private final @Nullable SocketAddress peer;
    private boolean ready;
    private boolean explained;

    AcceptedConnection(ConnectionCount count, FailureLog failures, @Nullable SocketAddress peer) {
        this.count = count;
        this.failures = failures;
        this.origin = Origin.of(peer);
        this.peer = peer;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        count.opened(origin);
        // Not channelInactive: that never comes to a connection which the peer resets before it is registered.
        ctx.channel().closeFuture().addListener(closed -> gone());
    }

    private void gone() {
        if (!ready) {
            count.handshakeEnded(origin);
        }
        count.closed(origin);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ZmtpHandshakeCompleted) {
            ready = true;
            count.handshakeEnded(origin);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ZmtpException failure) {
            // A peer that vanished after the handshake is everyday life.
            Level level = ready && failure.isTemporary() ? Level.INFO : Level.WARN;
            explain(level, failure.reason(), String.valueOf(failure.getMessage()));
        } else if (cause instanceof IOException) {
            explainLoss();
        }
        ctx.fireExceptionCaught(cause);
    }

    /** From further up: this side ends it, and has said why if there is anything to say. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        explained = true;
        ctx.close(promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!ctx.executor().isShuttingDown()) {
            explainLoss();
        }
        ctx.fireChannelInactive();
    }

    private void explainLoss() {
        if (!ready) {
            explain(Level.WARN, Reason.CONNECTION_LOST, "the peer left before the end of the handshake, as a port scan does");
        }
    }

    private void explain(Level level, Reason reason, String why) {
        if (!explained) {
            explained = true;
            failures.tell(level, peer, reason.name(), why);
        }
    }
}
