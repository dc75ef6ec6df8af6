package io.generaldomo.zmtp.transport.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.GroupDatagram;
import io.generaldomo.zmtp.wire.PeerAddress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/** A DGRAM's datagrams, from and to anybody: a message is the address of the other side, as text, and the octets. */
public final class AddressedDatagrams extends Datagrams {
    private final long longest;

    /**
     * Datagrams of a DGRAM.
     *
     * @param longest most octets in one
     */
    public AddressedDatagrams(long longest) {
        super(SocketType.DGRAM);
        this.longest = Math.min(longest, GroupDatagram.LONGEST);
    }

    @Override
    SocketAddress peer(ChannelHandlerContext ctx) {
        return ctx.channel().localAddress();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        DatagramPacket packet = (DatagramPacket) msg;
        byte[] octets = ByteBufUtil.getBytes(packet.content());
        packet.release();
        if (octets.length > longest) {
            lost(ctx, "too long");
        } else {
            ctx.fireChannelRead(ZmtpMessage.copyOf(PeerAddress.text(packet.sender()).getBytes(US_ASCII), octets));
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf nothing) {
            end(nothing, promise);
            return;
        }
        packet(msg).ifPresentOrElse(packet -> send(ctx, packet), () -> lost(ctx, "no address and octets, or too long for a datagram"));
        ReferenceCountUtil.release(msg);
        promise.trySuccess();
    }

    private static Optional<DatagramPacket> packet(Object msg) {
        if (!(msg instanceof ZmtpMessage message) || message.size() != 2 || message.part(1).readableBytes() > GroupDatagram.LONGEST) {
            return Optional.empty();
        }
        Optional<InetSocketAddress> to = PeerAddress.read(message.utf8(0));
        return to.map(address -> new DatagramPacket(message.part(1).retainedSlice(), address));
    }
}
