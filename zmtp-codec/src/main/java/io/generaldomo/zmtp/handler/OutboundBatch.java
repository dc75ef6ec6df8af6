package io.generaldomo.zmtp.handler;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.util.concurrent.PromiseNotifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Octets that go to the channel together: small frames share a buffer, which is passed on when it is full, and at each flush. Confined to the
 * channel's event loop.
 *
 * <p>A message that is passed on alone costs an entry in the channel's queue, a promise and a place in the gathering write; that is more than the
 * message itself. How large a buffer is follows from how much was written between the last flushes, so that a reply of a few octets, which may wait
 * long for a slow peer, does not take 64 KiB.
 */
final class OutboundBatch {
    private static final int SMALLEST = 256;
    private static final int LARGEST = 64 << 10;

    private final List<ChannelPromise> promises = new ArrayList<>(0);
    private int capacity = SMALLEST;
    private @Nullable ByteBuf buffer;
    private @Nullable ChannelPromise untold;

    /**
     * Where to write so many octets; what was gathered before may be passed on for it.
     *
     * @param onHeap whether an array has to be behind it
     */
    ByteBuf room(ChannelHandlerContext ctx, int octets, boolean onHeap) {
        ByteBuf current = buffer;
        if (current != null) {
            if (current.writableBytes() >= octets) {
                return current;
            }
            capacity = Math.min(LARGEST, 2 * capacity);
            passOn(ctx);
        }
        int size = Math.max(capacity, octets);
        current = onHeap ? ctx.alloc().heapBuffer(size) : ctx.alloc().ioBuffer(size);
        buffer = current;
        return current;
    }

    /** Passes on what was gathered, then these octets as they are. Consumes a reference. */
    void write(ChannelHandlerContext ctx, ByteBuf octets, ChannelPromise promise) {
        passOn(ctx);
        ctx.write(octets, promise);
    }

    /** Will be told what becomes of what was gathered last. A void promise cannot be told. */
    void notify(ChannelPromise promise) {
        if (!promise.isVoid()) {
            promises.add(promise);
        }
    }

    /** Passes on what was gathered since the last flush. */
    void flush(ChannelHandlerContext ctx) {
        if (buffer != null && buffer.readableBytes() < capacity / 4) {
            capacity = Math.max(SMALLEST, capacity / 2);
        }
        passOn(ctx);
    }

    private void passOn(ChannelHandlerContext ctx) {
        ByteBuf gathered = buffer;
        if (gathered == null) {
            return;
        }
        buffer = null;
        ctx.write(gathered, promises.isEmpty() ? untold(ctx) : tellingAll(ctx));
    }

    /** Most writes are nobody's to follow, and a promise for each flush would be the largest object on the way of a message. */
    private ChannelPromise untold(ChannelHandlerContext ctx) {
        if (untold == null) {
            untold = new VoidChannelPromise(ctx.channel(), false);
        }
        return untold;
    }

    private ChannelPromise tellingAll(ChannelHandlerContext ctx) {
        ChannelPromise all = ctx.newPromise();
        all.addListener(new PromiseNotifier<>(promises.toArray(ChannelPromise[]::new)));
        promises.clear();
        return all;
    }

    /** Drops what was gathered and never flushed. */
    void discard(Throwable cause) {
        ByteBuf gathered = buffer;
        buffer = null;
        if (gathered != null) {
            gathered.release();
        }
        promises.forEach(promise -> promise.tryFailure(cause));
        promises.clear();
    }
}
