package io.generaldomo.zmtp.transport.udp;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.GroupDatagram;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/** Sends each message of a RADIO as a datagram to one address, and reads nothing. */
public final class RadioDatagrams extends Datagrams {
    private final InetSocketAddress to;

    /**
     * Datagrams of a RADIO.
     *
     * @param to where they go: a host, or a multicast group
     */
    public RadioDatagrams(InetSocketAddress to) {
        super(SocketType.RADIO);
        this.to = to;
    }

    @Override
    SocketAddress peer(ChannelHandlerContext ctx) {
        return to;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ReferenceCountUtil.release(msg);
    }

    /** A write never fails to the socket, which would take that for the loss of a connection. */
    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf nothing) {
            end(nothing, promise);
            return;
        }
        try {
            Optional<ByteBuf> octets = msg instanceof ZmtpMessage message ? GroupDatagram.write(message, ctx.alloc()) : Optional.empty();
            octets.ifPresentOrElse(
                    datagram -> send(ctx, new DatagramPacket(datagram, to)), () -> lost(ctx, "no group and body, or too long for a datagram"));
        } finally {
            ReferenceCountUtil.release(msg);
        }
        promise.trySuccess();
    }
}
