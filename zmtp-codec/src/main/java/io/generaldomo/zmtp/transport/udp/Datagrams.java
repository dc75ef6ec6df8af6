package io.generaldomo.zmtp.transport.udp;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a datagram channel and the handler of a socket. What goes wrong costs one datagram, which is counted by {@link DatagramLost}, and
 * never the channel. Confined to the channel's event loop.
 */
abstract class Datagrams extends ChannelDuplexHandler {
    private static final Logger log = LoggerFactory.getLogger(Datagrams.class);

    private final SocketType type;
    private @Nullable ChannelFuture lastWrite;

    /** Datagrams of a socket of a type. */
    Datagrams(SocketType type) {
        this.type = type;
    }

    /** Where the peer is, as far as there is one. */
    abstract SocketAddress peer(ChannelHandlerContext ctx);

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.fireChannelActive();
        ctx.fireUserEventTriggered(new ZmtpHandshakeCompleted(
                new ZmtpPeer(peer(ctx), type, Optional.empty(), 1, ZmtpMetadata.EMPTY, Optional.empty())));
    }

    /** The channel has no error that another datagram would meet too. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        lost(ctx, cause);
    }

    final void send(ChannelHandlerContext ctx, Object datagram) {
        lastWrite = ctx.write(datagram).addListener(written -> {
            if (!written.isSuccess()) {
                lost(ctx, written.cause());
            }
        });
    }

    /** A socket that is closed ends with a buffer of no octets, and waits until what it wrote before is gone. That makes no datagram. */
    final void end(ByteBuf nothing, ChannelPromise promise) {
        nothing.release();
        if (lastWrite == null) {
            promise.setSuccess();
        } else {
            lastWrite.addListener(gone -> promise.setSuccess());
        }
    }

    static void lost(ChannelHandlerContext ctx, Object why) {
        log.debug("{}: dropped a datagram: {}", ctx.channel(), String.valueOf(why));
        ctx.fireUserEventTriggered(DatagramLost.DROPPED);
    }
}
