package io.generaldomo.gdp.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps back what was decoded already when reading is paused, and hands it on when it goes on: to switch auto-read off stops the socket, not the
 * messages that came in the last read. Stands below the handler that pauses and resumes. Confined to the event loop.
 *
 * <p>Netty's FlowControlHandler does the same, but sends every message through a queue; and it hands on no end of a read that ends in a pause, so that
 * what was written before is flushed who knows when.
 */
public final class PausableReading extends ChannelDuplexHandler {
    /** Null as long as nothing was kept back, which is forever on most connections. */
    private @Nullable Queue<Object> kept;

    private boolean handingOn;

    /** A handler for one connection. */
    public PausableReading() {}

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (isEmpty() && ctx.channel().config().isAutoRead()) {
            ctx.fireChannelRead(msg);
        } else {
            if (kept == null) {
                kept = new ArrayDeque<>();
            }
            kept.add(msg);
        }
    }

    /** Auto-read was switched on, or a read is over. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (!isEmpty()) {
            handOn(ctx);
        }
        if (isEmpty()) {
            ctx.read();
        }
    }

    /** What comes of it may pause again, and resume again: then it goes on here, not deeper and deeper in the stack. */
    private void handOn(ChannelHandlerContext ctx) {
        Queue<Object> queue = kept;
        if (queue == null || handingOn || !ctx.channel().config().isAutoRead()) {
            return;
        }
        handingOn = true;
        try {
            while (!queue.isEmpty() && ctx.channel().config().isAutoRead()) {
                ctx.fireChannelRead(queue.poll());
            }
        } finally {
            handingOn = false;
        }
        ctx.fireChannelReadComplete();
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

    private boolean isEmpty() {
        return kept == null || kept.isEmpty();
    }

    private void drop() {
        if (kept != null) {
            kept.forEach(ReferenceCountUtil::release);
            kept.clear();
        }
    }
}
