package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.ZmtpConnection;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a broker: translates between messages and commands, and connects again after each loss until it is closed.
 *
 * <p>Confined to its event loop.
 */
public final class BrokerConnection {
    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);

    private final Dialect dialect;
    private final BrokerListener listener;
    private @Nullable ZmtpConnection connection;
    private @Nullable Channel ready;

    private BrokerConnection(Dialect dialect, BrokerListener listener) {
        this.dialect = dialect;
        this.listener = listener;
    }

    /**
     * Begins to connect.
     *
     * @param transport opens the channels
     * @param loop the event loop on which everything happens
     * @param config where the broker is, and how to reach it
     * @param listener is told what happens
     * @return the connection, to be closed by the caller
     */
    public static BrokerConnection open(
            ZmtpTransport transport, EventLoop loop, ConnectionConfig config, BrokerListener listener) {
        Dialect dialect = config.socketType() == SocketType.CLIENT ? Dialect.GDP : Dialect.MDP_01;
        ZmtpConfig zmtp = ZmtpConfig.of(config.socketType()).withLimits(config.limits()).withHeartbeat(config.heartbeat());
        BrokerConnection broker = new BrokerConnection(dialect, listener);
        broker.connection =
                ZmtpConnection.open(transport, config.endpoint(), loop, zmtp, config.reconnect(), broker::newHandler);
        return broker;
    }

    private ChannelInboundHandlerAdapter newHandler() {
        return new Traffic();
    }

    /**
     * Whether commands can be sent.
     *
     * @return true between {@code onReady} and {@code onLost}
     */
    public boolean isReady() {
        return ready != null;
    }

    /**
     * Sends a command, or drops it if the connection is not ready. Consumes it in either case.
     *
     * @param command the command
     */
    public void send(Command command) {
        Channel channel = ready;
        if (channel == null) {
            command.release();
        } else {
            channel.writeAndFlush(dialect.encode(command, channel.alloc()));
        }
    }

    /** Gives up the present channel, if there is one, and connects anew: what the broker still sends on it is not read any more. */
    public void reset() {
        Channel channel = ready;
        if (channel != null) {
            channel.close();
        }
    }

    /**
     * Sends a last command and ends the connection for good once it is written. The listener hears nothing any more.
     *
     * @param last the command; consumed
     */
    public void closeAfter(Command last) {
        Channel channel = ready;
        if (channel == null) {
            last.release();
            close();
            return;
        }
        ready = null;
        channel.writeAndFlush(dialect.encode(last, channel.alloc())).addListener((ChannelFutureListener) written -> close());
    }

    /** Ends the connection for good. The listener hears nothing any more. */
    public void close() {
        ready = null;
        if (connection != null) {
            connection.close();
        }
    }

    /** One channel's worth of traffic. */
    private final class Traffic extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ZmtpHandshakeCompleted) {
                ready = ctx.channel();
                listener.onReady();
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            ZmtpMessage message = (ZmtpMessage) msg;
            if (ready != ctx.channel() || !ctx.channel().isActive()) {
                message.release();
                return;
            }
            try {
                listener.onCommand(dialect.decode(message, Direction.FROM_BROKER));
            } catch (GdpException e) {
                log.warn("{}: the broker sent what is no {} command: {}", ctx.channel().remoteAddress(), dialect, e.getMessage());
                ctx.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (ready == ctx.channel()) {
                ready = null;
                listener.onLost();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ConnectionFailure.logAndClose(log, ctx, cause);
        }
    }
}
