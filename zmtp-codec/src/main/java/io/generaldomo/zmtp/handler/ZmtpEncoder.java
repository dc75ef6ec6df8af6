package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link ZmtpMessage}s and {@link Command}s to octets; anything else passes.
 *
 * <p>Headers and small parts of all that is written between two flushes are gathered in one {@linkplain OutboundBatch buffer}; large parts are
 * written as they are, without copying, unless there is a cipher, which has to touch every octet anyway.
 */
final class ZmtpEncoder extends ChannelOutboundHandlerAdapter {
    /** Parts up to this size are copied: that costs less than one more buffer in the socket's gathering write. */
    private static final int LARGEST_COPIED_PART = 4096;

    private final OutboundBatch batch = new OutboundBatch();
    /** Null as long as frames go out in the clear. */
    private @Nullable FrameCipher cipher;

    /** What is written from now on is protected, if there is a cipher. */
    void startTraffic(Optional<FrameCipher> newCipher) {
        cipher = newCipher.orElse(null);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ZmtpMessage message) {
            try {
                if (cipher == null) {
                    writeClear(ctx, message, promise);
                } else {
                    writeSealed(ctx, cipher, message, promise);
                }
            } finally {
                message.release();
            }
        } else if (msg instanceof Command command) {
            writeCommand(ctx, command, promise);
        } else if (msg instanceof ByteBuf octets) {
            batch.write(ctx, octets, promise);
        } else {
            ctx.write(msg, promise);
        }
    }

    private void writeClear(ChannelHandlerContext ctx, ZmtpMessage message, ChannelPromise promise) {
        int last = message.size() - 1;
        for (int i = 0; i <= last; i++) {
            ByteBuf part = message.part(i);
            int size = part.readableBytes();
            boolean copied = isCopied(part, size);
            int header = FrameHeader.lengthFor(size);
            ByteBuf out = batch.room(ctx, copied ? Math.addExact(header, size) : header, false);
            FrameHeader.write(out, i < last ? FrameHeader.MORE : 0, size);
            if (copied) {
                out.writeBytes(part, part.readerIndex(), size);
            } else if (i < last) {
                batch.write(ctx, part.retainedSlice(), ctx.newPromise());
            } else {
                batch.write(ctx, part.retainedSlice(), promise);
                return;
            }
        }
        batch.notify(promise);
    }

    /** What is on the heap has to be copied in any case: sockets write from outside it. */
    private static boolean isCopied(ByteBuf part, int size) {
        return size <= LARGEST_COPIED_PART || !part.isDirect();
    }

    /** Every frame is a message frame without MORE; what it is, stands inside. */
    private void writeSealed(ChannelHandlerContext ctx, FrameCipher sealer, ZmtpMessage message, ChannelPromise promise) {
        int last = message.size() - 1;
        for (int i = 0; i <= last; i++) {
            seal(ctx, sealer, i < last ? FrameCipher.MORE : 0, message.part(i));
        }
        batch.notify(promise);
    }

    private void writeCommand(ChannelHandlerContext ctx, Command command, ChannelPromise promise) {
        if (cipher == null) {
            command.writeFrame(batch.room(ctx, command.frameLength(), false));
        } else {
            ByteBuf body = ctx.alloc().heapBuffer(command.bodyLength());
            try {
                command.writeBody(body);
                seal(ctx, cipher, FrameCipher.COMMAND, body);
            } finally {
                body.release();
            }
        }
        batch.notify(promise);
    }

    private void seal(ChannelHandlerContext ctx, FrameCipher sealer, int flags, ByteBuf payload) {
        int body = Math.addExact(payload.readableBytes(), sealer.overhead());
        ByteBuf out = batch.room(ctx, Math.addExact(FrameHeader.lengthFor(body), body), true);
        FrameHeader.write(out, 0, body);
        sealer.seal(flags, payload, out);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        batch.flush(ctx);
        ctx.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        batch.discard(new ZmtpException(Reason.CONNECTION_LOST, "the connection ended before this was flushed"));
    }
}
