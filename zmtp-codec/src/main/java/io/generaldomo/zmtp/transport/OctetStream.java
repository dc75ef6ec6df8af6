package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.Optional;

/**
 * Stands in the place of ZMTP's handlers for a STREAM: what is read at once is a message of one part, what is written goes out as it is, and a message
 * without octets ends the connection behind what was written before (libzmq's {@code ZMQ_STREAM}). To a socket, the connection is one whose handshake
 * is done. Confined to the channel's event loop.
 */
final class OctetStream extends ChannelDuplexHandler {
    private final int heapPartsUpTo;

    /**
     * A stream.
     *
     * @param heapPartsUpTo up to how many octets are copied to the heap
     */
    OctetStream(int heapPartsUpTo) {
        this.heapPartsUpTo = heapPartsUpTo;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.fireChannelActive();
        ctx.fireUserEventTriggered(new ZmtpHandshakeCompleted(new ZmtpPeer(
                ctx.channel().remoteAddress(), SocketType.STREAM, Optional.empty(), 0, ZmtpMetadata.EMPTY, Optional.empty())));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf octets = (ByteBuf) msg;
        if (octets.readableBytes() > heapPartsUpTo) {
            ctx.fireChannelRead(ZmtpMessage.of(octets));
            return;
        }
        ByteBuf copy = Unpooled.copiedBuffer(octets);
        octets.release();
        ctx.fireChannelRead(ZmtpMessage.of(copy));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (!(msg instanceof ZmtpMessage message)) {
            ctx.write(msg, promise);
            return;
        }
        ByteBuf octets = message.part(0).retain();
        message.release();
        if (octets.isReadable()) {
            ctx.write(octets, promise);
        } else {
            promise.trySuccess();
            ctx.writeAndFlush(octets).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
