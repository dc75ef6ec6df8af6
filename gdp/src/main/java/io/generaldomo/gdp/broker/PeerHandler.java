package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.connection.PausableReading;
import io.generaldomo.gdp.connection.ConnectionFailure;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.DialectDetector;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.FailureLog;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the broker: the last handler of its pipeline, and the core's port to the peer. Confined to the broker's event loop.
 *
 * <p>Reads only while the core wants it and the peer takes what it is sent: a client that asks and never reads its replies is not read from
 * either, so that they cannot pile up. Replies to what it had asked before may: from the backlog on that the limits allow, its connection is closed.
 */
final class PeerHandler extends ChannelInboundHandlerAdapter implements PeerPort {
    private static final Logger log = LoggerFactory.getLogger(PeerHandler.class);

    private final BrokerEdge edge;
    private final long backlog;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Peer peer;
    private @Nullable ConnectionMeter meter;
    private Reason failure = Reason.CONNECTION_LOST;
    private boolean singlePart;
    private boolean paused;
    private boolean unflushed;
    private boolean givenUp;

    PeerHandler(BrokerEdge edge, long backlog) {
        this.edge = edge;
        this.backlog = backlog;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        edge.add(ctx.channel());
        ctx.pipeline().addBefore(ctx.name(), null, new PausableReading());
        ConnectionMeter accepted = edge.connections().accepted(this, nameOf(ctx.channel().remoteAddress()), edge.now());
        meter = accepted;
        ctx.pipeline().addFirst(accepted);
        // Not channelInactive: that never comes to a connection which the peer resets before it is registered.
        ctx.channel().closeFuture().addListener(closed -> edge.connections().closed(accepted, failure, edge.now()));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ZmtpHandshakeCompleted completed) {
            singlePart = completed.peer().localType().singlePart();
            Peer opened = new Peer(meter().address(), completed.peer().user().map(ZmtpUser::id), this);
            peer = opened;
            meter().open(completed.peer().socketType(), opened.user);
            edge.connections().opened(meter(), edge.now());
            log.atDebug().addKeyValue("peer", peer).log("{} connected, served as {}", peer, completed.peer().localType());
        }
    }

    /** Who connects to a Unix domain socket has no address of its own. */
    private static String nameOf(@Nullable SocketAddress address) {
        String text = String.valueOf(address);
        return text.isEmpty() ? "ipc" : text;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ZmtpMessage message = (ZmtpMessage) msg;
        Peer from = peer;
        meter().messagesIn++;
        if (from == null || singlePart && message.size() > 1) {
            edge.dropped(DropReason.MULTIPART);
            message.release(); // like libzmq, a SERVER drops a multipart message and keeps the connection
            return;
        }
        try {
            Dialect dialect = detect(message);
            edge.onCommand(from, dialect, dialect.decode(message, Direction.TO_BROKER));
        } catch (GdpException e) {
            edge.dropped(DropReason.MALFORMED);
            FailureLog.of(ctx.channel()).tell(ctx.channel(), e.reason().name(), "no Majordomo command: " + e.getMessage());
            ctx.close();
        }
    }

    private Dialect detect(ZmtpMessage message) {
        try {
            return singlePart ? DialectDetector.detectSinglePart(message) : DialectDetector.detect(message);
        } catch (GdpException e) {
            message.release();
            throw e;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        edge.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Peer left = peer;
        peer = null;
        if (left != null) {
            log.atDebug().addKeyValue("peer", left).log("{} left", left);
            edge.onPeerGone(left);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        updateReading(ctx);
        meter().setWritable(ctx.channel().isWritable(), edge.now());
        Peer reader = peer;
        if (reader != null && ctx.channel().isWritable()) {
            // Not now: this may come from within a write of the core's.
            ctx.executor().execute(() -> edge.onWritable(reader));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ZmtpException broken) {
            failure = broken.reason();
        }
        ConnectionFailure.logAndClose(log, ctx, cause);
    }

    @Override
    public void send(Dialect dialect, Command command) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || givenUp) {
            command.release();
            return;
        }
        if (ctx.channel().isActive() && ctx.channel().bytesBeforeWritable() >= backlog) {
            command.release();
            giveUp(ctx);
            return;
        }
        meter().messagesOut++;
        ctx.write(dialect.encode(command, ctx.alloc()), ctx.voidPromise());
        if (!unflushed) {
            unflushed = true;
            edge.needsFlush(this);
        }
    }

    private void giveUp(ChannelHandlerContext ctx) {
        givenUp = true;
        edge.dropped(DropReason.BACKLOG);
        FailureLog.of(ctx.channel()).tell(ctx.channel(), Reason.LIMIT_EXCEEDED.name(), "does not read " + backlog + " octets that wait for it");
        ctx.executor().execute(ctx::close); // not now: the core is at work, and would be told of the loss
    }

    void flush() {
        unflushed = false;
        if (context != null) {
            context.flush();
        }
    }

    @Override
    public void pauseReading() {
        paused = true;
        if (context != null) {
            updateReading(context);
        }
    }

    @Override
    public void resumeReading() {
        paused = false;
        if (context != null) {
            updateReading(context);
        }
    }

    @Override
    public boolean isWritable() {
        return context != null && context.channel().isWritable();
    }

    @Override
    public void close() {
        if (context != null) {
            edge.closeWhenWritten(context.channel());
        }
    }

    /** What it has carried; there is none before it is in a pipeline. */
    ConnectionMeter meter() {
        return Objects.requireNonNull(meter);
    }

    /** Ends the connection, whatever waits. */
    void disconnect() {
        if (context != null) {
            context.close();
        }
    }

    private void updateReading(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(!paused && ctx.channel().isWritable());
    }
}
