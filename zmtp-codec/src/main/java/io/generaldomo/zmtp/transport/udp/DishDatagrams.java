package io.generaldomo.zmtp.transport.udp;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.GroupDatagram;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import java.util.Optional;

/** Makes a message of each datagram that comes to a DISH, from wherever it comes, and sends nothing: a RADIO is not told of groups. */
public final class DishDatagrams extends Datagrams {
    private final long longest;

    /**
     * Datagrams of a DISH.
     *
     * @param longest most octets in a message
     */
    public DishDatagrams(long longest) {
        super(SocketType.DISH);
        this.longest = longest;
    }

    @Override
    SocketAddress peer(ChannelHandlerContext ctx) {
        return ctx.channel().localAddress();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        Optional<ZmtpMessage> message = Optional.empty();
        try {
            if (msg instanceof DatagramPacket packet && packet.content().readableBytes() <= longest) {
                message = GroupDatagram.read(packet.content());
            }
        } finally {
            ReferenceCountUtil.release(msg);
        }
        message.ifPresentOrElse(ctx::fireChannelRead, () -> lost(ctx, "malformed or too long"));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf nothing) {
            end(nothing, promise);
            return;
        }
        ReferenceCountUtil.release(msg);
        promise.trySuccess();
    }
}
