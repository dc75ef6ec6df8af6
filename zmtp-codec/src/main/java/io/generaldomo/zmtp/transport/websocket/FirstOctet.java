package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first octet of an accepted connection: a greeting begins with {@code FF}, an HTTP request with its method. Until then this side's
 * greeting waits as well, because a WebSocket client must not see it. That holds nobody up: every peer sends its first octets unasked.
 */
final class FirstOctet extends ChannelDuplexHandler {
    private static final byte OF_GET = 'G';

    private final ZmtpConfig config;
    private final Set<String> origins;
    private @Nullable PendingWriteQueue held;

    FirstOctet(ZmtpConfig config, Set<String> origins) {
        this.config = config;
        this.origins = origins;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        held = new PendingWriteQueue(ctx);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (held == null) {
            ctx.write(msg, promise);
        } else {
            held.add(msg, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf in = (ByteBuf) msg;
        if (!in.isReadable()) {
            in.release();
            return;
        }
        PendingWriteQueue greeting = held;
        held = null;
        if (in.getByte(in.readerIndex()) == OF_GET) {
            ZwsPipeline.upgrade(ctx, config, origins);
            drop(greeting);
        } else if (greeting != null) {
            greeting.removeAndWriteAll();
            ctx.flush();
        }
        ctx.pipeline().remove(this);
        ctx.fireChannelRead(in);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop(held);
        held = null;
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop(held);
        held = null;
    }

    private static void drop(@Nullable PendingWriteQueue greeting) {
        if (greeting != null) {
            greeting.removeAndFailAll(new ClosedChannelException());
        }
    }
}
