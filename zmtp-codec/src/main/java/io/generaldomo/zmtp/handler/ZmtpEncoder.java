package io.generaldomo.zmtp.handler;

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
 * <p>Headers and small parts are gathered in one buffer; large parts are written as they are, without copying.
 */
final class ZmtpEncoder extends ChannelOutboundHandlerAdapter {
    /** Parts up to this size are copied: that costs less than one more buffer in the socket's gathering write. */
    private static final int LARGEST_COPIED_PART = 4096;

    /** Null as long as frames go out in the clear. */
    private @Nullable SealedFrames sealed;

    /** What is written from now on is protected, if there is a cipher. */
    void startTraffic(Optional<FrameCipher> cipher) {
        sealed = cipher.map(SealedFrames::new).orElse(null);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ZmtpMessage message) {
            if (sealed == null) {
                writeMessage(ctx, message, promise);
            } else {
                sealed.writeMessage(ctx, message, promise);
            }
        } else if (msg instanceof Command command) {
            if (sealed != null) {
                sealed.writeCommand(ctx, command, promise);
                return;
            }
            ByteBuf frame = ctx.alloc().ioBuffer(command.frameLength());
            command.writeFrame(frame);
            ctx.write(frame, promise);
        } else {
            ctx.write(msg, promise);
        }
    }

    private static void writeMessage(ChannelHandlerContext ctx, ZmtpMessage message, ChannelPromise promise) {
        try {
            int last = message.size() - 1;
            ByteBuf gathered = ctx.alloc().ioBuffer(gatheredLength(message, 0));
            for (int i = 0; i <= last; i++) {
                ByteBuf part = message.part(i);
                int size = part.readableBytes();
                FrameHeader.write(gathered, i < last ? FrameHeader.MORE : 0, size);
                if (size <= LARGEST_COPIED_PART) {
                    gathered.writeBytes(part, part.readerIndex(), size);
                } else {
                    ctx.write(gathered);
                    if (i == last) {
                        ctx.write(part.retainedSlice(), promise);
                        return;
                    }
                    ctx.write(part.retainedSlice());
                    gathered = ctx.alloc().ioBuffer(gatheredLength(message, i + 1));
                }
            }
            ctx.write(gathered, promise);
        } finally {
            message.release();
        }
    }

    /** Octets from a part on, up to and with the header of the next part that is not copied. */
    private static int gatheredLength(ZmtpMessage message, int from) {
        long length = 0;
        for (int i = from; i < message.size(); i++) {
            int size = message.part(i).readableBytes();
            length += FrameHeader.lengthFor(size);
            if (size > LARGEST_COPIED_PART) {
                break;
            }
            length += size;
        }
        return Math.toIntExact(length);
    }
}
