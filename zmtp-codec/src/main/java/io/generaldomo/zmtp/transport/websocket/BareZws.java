package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.generaldomo.zmtp.wire.Greeting;
import io.generaldomo.zmtp.wire.MetadataCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * The subprotocol {@code ZWS2.0}, all that a browser can ask for, since it takes no name with a slash in it: NULL without READY. Each side sends its
 * identity as its first message; nobody tells a type of socket. Of these two messages this makes the READYs that ZMTP's handshake knows. Stands on
 * the codec, on the side that accepts.
 *
 * <p>A side of several types of socket needs to know whom it talks to: there the peer counts as a DEALER, which has both single parts and several.
 */
final class BareZws extends ChannelDuplexHandler {
    private static final byte[] READY = {5, 'R', 'E', 'A', 'D', 'Y'};

    private final boolean typed;
    private boolean greeted;
    private boolean known;
    private boolean introduced;

    BareZws(ZmtpConfig config) {
        this.typed = config.socketTypes().size() > 1;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf frame = (ByteBuf) msg;
        if (!greeted) {
            greeted = frame.readableBytes() == Greeting.LENGTH;
        } else if (!known) {
            known = true;
            if (frame.getByte(frame.readerIndex()) != FrameHeader.COMMAND) {
                frame = ready(ctx, frame);
            }
        }
        ctx.fireChannelRead(frame);
    }

    /** Consumes the identity. */
    private ByteBuf ready(ChannelHandlerContext ctx, ByteBuf frame) {
        byte[] identity = new byte[frame.readableBytes() - FrameHeader.length(frame.getByte(frame.readerIndex()))];
        frame.getBytes(frame.writerIndex() - identity.length, identity).release();
        ZmtpMetadata metadata = ZmtpMetadata.EMPTY.with(ZmtpMetadata.IDENTITY, identity);
        if (typed) {
            metadata = metadata.with(ZmtpMetadata.SOCKET_TYPE, SocketType.DEALER.name());
        }
        Command ready = new Command(Command.READY, MetadataCodec.write(metadata));
        ByteBuf out = ctx.alloc().buffer(ready.frameLength());
        ready.writeFrame(out);
        return out;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (!introduced && msg instanceof ByteBuf frame && isReady(frame)) {
            introduced = true;
            frame.release();
            ByteBuf nobody = ctx.alloc().buffer(2);
            FrameHeader.write(nobody, 0, 0);
            ctx.write(nobody, promise);
        } else {
            ctx.write(msg, promise);
        }
    }

    private static boolean isReady(ByteBuf frame) {
        int body = frame.readerIndex() + FrameHeader.length(frame.getByte(frame.readerIndex()));
        for (int i = 0; i < READY.length; i++) {
            if (body + i >= frame.writerIndex() || frame.getByte(body + i) != READY[i]) {
                return false;
            }
        }
        return true;
    }
}
