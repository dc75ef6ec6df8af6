package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Writes what a cipher protects. Every frame is a message frame without MORE; what it is, stands inside. Several small ones share a buffer, which
 * is on the heap because ciphers work on arrays.
 */
final class SealedFrames {
    /** A buffer that has this much in it is written before the next part. */
    private static final int ENOUGH = 64 << 10;

    private final FrameCipher cipher;

    SealedFrames(FrameCipher cipher) {
        this.cipher = cipher;
    }

    void writeMessage(ChannelHandlerContext ctx, ZmtpMessage message, ChannelPromise promise) {
        try {
            int last = message.size() - 1;
            ByteBuf frames = ctx.alloc().heapBuffer(gatheredLength(message, 0));
            for (int i = 0; i < last; i++) {
                seal(FrameCipher.MORE, message.part(i), frames);
                if (frames.readableBytes() >= ENOUGH) {
                    ctx.write(frames);
                    frames = ctx.alloc().heapBuffer(gatheredLength(message, i + 1));
                }
            }
            seal(0, message.part(last), frames);
            ctx.write(frames, promise);
        } finally {
            message.release();
        }
    }

    void writeCommand(ChannelHandlerContext ctx, Command command, ChannelPromise promise) {
        ByteBuf body = ctx.alloc().heapBuffer(command.bodyLength());
        command.writeBody(body);
        ByteBuf frame = ctx.alloc().heapBuffer(frameLength(body.readableBytes()));
        seal(FrameCipher.COMMAND, body, frame);
        body.release();
        ctx.write(frame, promise);
    }

    private void seal(int flags, ByteBuf payload, ByteBuf out) {
        FrameHeader.write(out, 0, payload.readableBytes() + cipher.overhead());
        cipher.seal(flags, payload, out);
    }

    /** Octets of frames from a part on, up to and with the one that makes it enough. */
    private int gatheredLength(ZmtpMessage message, int from) {
        long length = 0;
        for (int i = from; i < message.size() && length < ENOUGH; i++) {
            length += frameLength(message.part(i).readableBytes());
        }
        return Math.toIntExact(length);
    }

    private int frameLength(int payload) {
        int body = Math.addExact(payload, cipher.overhead());
        return Math.addExact(FrameHeader.lengthFor(body), body);
    }
}
