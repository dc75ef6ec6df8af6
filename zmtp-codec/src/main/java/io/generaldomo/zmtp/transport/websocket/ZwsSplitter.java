package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * The octets that ZMTP's encoder writes, frame by frame. Headers come whole; a large body may come in a buffer of its own, behind its header. Confined
 * to the channel's event loop.
 */
final class ZwsSplitter {
    /** Bodies up to this size are copied behind their flags, which costs less than a buffer of buffers. */
    private static final int LARGEST_COPIED = 4096;

    /** The frame that has begun, with its flags in front; null between frames. */
    private @Nullable ByteBuf frame;
    private long missing;

    /** Writes a WebSocket message for each frame that these octets complete; the promise goes with the last one. */
    void write(ChannelHandlerContext ctx, ByteBuf octets, ChannelPromise promise) {
        ByteBuf complete = null;
        while (octets.isReadable()) {
            ByteBuf current = frame == null ? begin(ctx, octets) : frame;
            take(current, octets);
            if (missing == 0) {
                frame = null;
                if (complete != null) {
                    ctx.write(new BinaryWebSocketFrame(complete));
                }
                complete = current;
            }
        }
        if (complete == null) {
            promise.trySuccess(); // a header alone is nobody's: what matters is the body behind it
        } else {
            ctx.write(new BinaryWebSocketFrame(complete), promise);
        }
    }

    private ByteBuf begin(ChannelHandlerContext ctx, ByteBuf octets) {
        int start = octets.readerIndex();
        int flags = octets.getByte(start);
        missing = FrameHeader.size(octets, start);
        octets.skipBytes(FrameHeader.length(flags));
        ByteBuf begun = missing <= LARGEST_COPIED
                ? ctx.alloc().buffer(1 + (int) missing)
                : ctx.alloc().compositeBuffer().addComponent(true, ctx.alloc().buffer(1).writeByte(ZwsFrames.toZws(flags)));
        if (missing <= LARGEST_COPIED) {
            begun.writeByte(ZwsFrames.toZws(flags));
        }
        frame = begun;
        return begun;
    }

    private void take(ByteBuf current, ByteBuf octets) {
        int piece = (int) Math.min(missing, octets.readableBytes());
        if (current instanceof CompositeByteBuf whole) {
            whole.addComponent(true, octets.readRetainedSlice(piece));
        } else {
            current.writeBytes(octets, piece);
        }
        missing -= piece;
    }

    void drop() {
        if (frame != null) {
            frame.release();
            frame = null;
        }
    }
}
