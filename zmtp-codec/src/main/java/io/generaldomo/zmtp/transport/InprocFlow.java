package io.generaldomo.zmtp.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what the other end of a connection within the JVM does not read, as a socket's buffer does it for others: what is held counts for the
 * channel's writability, and so for everybody's queues. First in the pipeline, confined to the channel's event loop.
 */
final class InprocFlow extends ChannelDuplexHandler {
    /** An event that comes when the other end has read. */
    static final Object ROOM = new Object();

    private static final long HIGH = 256 << 10;
    private static final long LOW = HIGH / 2;

    private final InprocChannel channel;
    private @Nullable PendingWriteQueue held;

    InprocFlow(InprocChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (held != null || channel.unread() >= HIGH) {
            if (held == null) {
                held = new PendingWriteQueue(ctx);
            }
            held.add(msg, promise.unvoid());
        } else {
            pass(ctx, msg, promise);
        }
    }

    private void pass(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        channel.sent(((ByteBuf) msg).readableBytes());
        ctx.write(msg, promise);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ROOM) {
            release(ctx);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void release(ChannelHandlerContext ctx) {
        PendingWriteQueue queue = held;
        if (queue == null) {
            return;
        }
        while (!queue.isEmpty() && channel.unread() < HIGH) {
            channel.sent(((ByteBuf) queue.current()).readableBytes());
            queue.removeAndWrite();
        }
        if (queue.isEmpty()) {
            held = null;
        }
        ctx.flush();
    }

    /** What is flushed and held goes when there is room. A reader may have made some after the last look, and before anything was held. */
    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        if (held != null && channel.unread() < HIGH) {
            release(ctx);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (channel.read(((ByteBuf) msg).readableBytes(), LOW)) {
            channel.wakePeer();
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private void drop() {
        PendingWriteQueue queue = held;
        held = null;
        if (queue != null) {
            queue.removeAndFailAll(new ClosedChannelException());
        }
    }
}
