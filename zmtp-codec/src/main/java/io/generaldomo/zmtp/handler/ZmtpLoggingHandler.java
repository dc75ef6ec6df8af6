package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs a line for each greeting, command and message of a connection, in both directions, as the peers mean them: with CURVE, what was inside.
 *
 * <p>Give it to {@link ZmtpPipeline#accept(io.netty.channel.ChannelPipeline, io.generaldomo.zmtp.ZmtpConfig, ZmtpLoggingHandler)} or {@code connect}, which put it behind the
 * decoder, where it sees everything. Added behind the handlers of {@code ZmtpPipeline} instead, it sees messages alone; in front of them, only how many octets pass.
 *
 * <p>Lines name the channel and begin with an arrow, {@code <-} for what the peer sent and {@code ->} for what this side sends. Of a message they show sizes and the first
 * octets of each part, escaped; of PLAIN's HELLO only the size. Text of applications thus reaches the log: choose the level accordingly.
 *
 * <p>Stateless, thread-safe and sharable. Passes everything on as it is, and keeps no reference. While its level is off, it costs a comparison for each message.
 */
@ChannelHandler.Sharable
public final class ZmtpLoggingHandler extends ChannelDuplexHandler {
    private static final Logger log = LoggerFactory.getLogger(ZmtpLoggingHandler.class);

    private final Level level;

    /**
     * A handler that logs at a level, to the logger named like this class.
     *
     * @param level the level of its lines
     */
    public ZmtpLoggingHandler(Level level) {
        this.level = level;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (log.isEnabledForLevel(level)) {
            tell(ctx, "connected with " + ctx.channel().remoteAddress());
        }
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (log.isEnabledForLevel(level)) {
            tell(ctx, "closed");
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (log.isEnabledForLevel(level)) {
            tell(ctx, "<- " + describe(msg));
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (log.isEnabledForLevel(level)) {
            tell(ctx, "-> " + describe(msg));
        }
        ctx.write(msg, promise);
    }

    private void tell(ChannelHandlerContext ctx, String line) {
        log.atLevel(level).log("{} {}", ctx.channel().id().asShortText(), line);
    }

    private static String describe(Object msg) {
        if (msg instanceof ZmtpMessage message) {
            return LoggedText.of(message);
        } else if (msg instanceof Command command) {
            return LoggedText.of(command);
        } else if (msg instanceof Greeting greeting) {
            return LoggedText.of(greeting);
        } else if (msg instanceof ByteBuf octets) {
            return LoggedText.of(octets);
        }
        return msg.getClass().getSimpleName();
    }
}
