package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.Mechanism;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** One side of a connection in memory: octets of the peer go in, what this side sends and what its application sees come out. */
final class PeerUnderTest implements AutoCloseable {
    final EmbeddedChannel channel = new EmbeddedChannel();
    final List<Object> events = new ArrayList<>();
    final List<ZmtpException> failures = new ArrayList<>();

    private PeerUnderTest() {
        channel.freezeTime();
    }

    static PeerUnderTest accepting(ZmtpConfig config) {
        PeerUnderTest peer = new PeerUnderTest();
        ZmtpPipeline.accept(peer.channel.pipeline(), config);
        return peer.withApplication();
    }

    static PeerUnderTest connecting(ZmtpConfig config) {
        PeerUnderTest peer = new PeerUnderTest();
        ZmtpPipeline.connect(peer.channel.pipeline(), config);
        return peer.withApplication();
    }

    static PeerUnderTest with(ZmtpConfig config, Mechanism mechanism) {
        PeerUnderTest peer = new PeerUnderTest();
        ZmtpPipeline.add(peer.channel.pipeline(), config, mechanism);
        return peer.withApplication();
    }

    private PeerUnderTest withApplication() {
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                events.add(event);
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                assertThat(cause).isInstanceOf(ZmtpException.class);
                failures.add((ZmtpException) cause);
            }
        });
        return this;
    }

    /** The peer sends octets. */
    PeerUnderTest receives(String hex) {
        return receives(LibzmqOctets.octets(hex));
    }

    PeerUnderTest receives(byte[] octets) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(octets));
        }
        return this;
    }

    /** All octets sent since the last call, in hexadecimal. */
    String sent() {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            all.writeBytes(next);
            next.release();
        }
        return ByteBufUtil.hexDump(all).replaceAll("(..)(?!$)", "$1 ");
    }

    /** The parts of the next message that reached the application, in hexadecimal; null if there is none. */
    List<String> message() {
        Object next = channel.readInbound();
        if (next == null) {
            return null;
        }
        ZmtpMessage message = (ZmtpMessage) next;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            parts.add(ByteBufUtil.hexDump(message.part(i)));
        }
        message.release();
        return parts;
    }

    ZmtpHandshakeCompleted handshake() {
        return (ZmtpHandshakeCompleted) events.get(0);
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
