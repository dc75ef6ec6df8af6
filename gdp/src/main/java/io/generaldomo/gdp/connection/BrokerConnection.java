package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpConnection;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a broker: translates between messages and commands, and connects again after each loss, to the broker whose turn it is then,
 * until it is closed.
 *
 * <p>Confined to the event loop of its {@link Brokers}.
 */
public final class BrokerConnection {
    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);

    private final Brokers brokers;
    private final Dialect dialect;
    private final BrokerListener listener;
    private @Nullable ZmtpConnection connection;
    private @Nullable Endpoint tried;
    private @Nullable Channel ready;
    private final Runnable flush = this::flush;
    private boolean unflushed;

    private BrokerConnection(Brokers brokers, BrokerListener listener) {
        this.brokers = brokers;
        this.dialect = brokers.dialect();
        this.listener = listener;
    }

    static BrokerConnection open(Brokers brokers, ZmtpTransport transport, BrokerListener listener) {
        BrokerConnection broker = new BrokerConnection(brokers, listener);
        broker.connection = ZmtpConnection.open(
                transport, broker::next, brokers.loop(), brokers.zmtp(), brokers.config().reconnect(), () -> broker.new Traffic());
        return broker;
    }

    /** Asked before each attempt: so what was tried before has failed, or is lost. */
    private Endpoint next() {
        if (tried != null) {
            brokers.pass(tried);
        }
        tried = brokers.current();
        return tried;
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
            channel.write(dialect.encode(command, channel.alloc()), channel.voidPromise());
            flushSoon();
        }
    }

    /**
     * Sends a command, or drops it if the connection is not ready. Consumes it in either case.
     *
     * @param command the command
     * @param done is run when the operating system has the command, or it was dropped
     */
    public void send(Command command, Runnable done) {
        ChannelFuture written = write(command);
        if (written == null) {
            done.run();
        } else {
            written.addListener(end -> done.run());
            flushSoon();
        }
    }

    private @Nullable ChannelFuture write(Command command) {
        Channel channel = ready;
        if (channel == null) {
            command.release();
            return null;
        }
        return channel.write(dialect.encode(command, channel.alloc()));
    }

    /** Behind what the event loop has still to do now, so that all the commands which come of it share a system call; never later than that. */
    private void flushSoon() {
        if (!unflushed) {
            unflushed = true;
            brokers.loop().execute(flush);
        }
    }

    private void flush() {
        unflushed = false;
        if (ready != null) {
            ready.flush();
        }
    }

    /** Reads no more from the broker, which it feels through TCP, until {@link #resumeReading()}. */
    public void pauseReading() {
        if (ready != null) {
            ready.config().setAutoRead(false);
        }
    }

    /** Reads again. */
    public void resumeReading() {
        if (ready != null) {
            ready.config().setAutoRead(true);
        }
    }

    /** Gives up the present channel, if there is one, and connects anew: what the broker still sends on it is not read any more. */
    public void reset() {
        if (ready != null) {
            ready.close();
        }
    }

    /**
     * Sends a last command and ends the connection for good once it is written. The listener hears nothing any more.
     *
     * @param last the command; consumed
     * @param done is run when the connection is ended
     */
    public void closeAfter(Command last, Runnable done) {
        ChannelFuture written = write(last);
        flush();
        endReady();
        if (written == null) {
            close();
            done.run();
        } else {
            written.addListener(end -> {
                close();
                done.run();
            });
        }
    }

    /** Ends the connection for good. The listener hears nothing any more. */
    public void close() {
        endReady();
        if (connection != null) {
            connection.close();
        }
    }

    private void endReady() {
        if (ready != null) {
            ready = null;
            brokers.presence().ended();
        }
    }

    /** One channel's worth of traffic. */
    private final class Traffic extends ChannelInboundHandlerAdapter {
        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            ctx.pipeline().addBefore(ctx.name(), null, new PausableReading());
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ZmtpHandshakeCompleted completed) {
                ready = ctx.channel();
                brokers.presence().connected();
                listener.onReady(completed.peer());
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
                log.atWarn()
                        .addKeyValue("peer", ctx.channel().remoteAddress())
                        .log("{}: the broker sent what is no {} command: {}", ctx.channel().remoteAddress(), dialect, e.getMessage());
                ctx.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (ready == ctx.channel()) {
                ready = null;
                brokers.presence().lost();
                listener.onLost();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ConnectionFailure.logAndClose(log, ctx, cause);
        }
    }
}
