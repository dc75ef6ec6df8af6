package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Greeting, handshake and traffic of each mechanism, from both sides, come to the same however TCP cuts them. */
class EverySplitTest {
    @ParameterizedTest
    @EnumSource
    void cutOnce(GoldenSide side) {
        byte[] octets = side.received();
        List<String> whole = connection(side, octets);
        for (int cut = 1; cut < octets.length; cut++) {
            assertThat(connection(side, octets, cut)).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void netty44248_octetByOctet(GoldenSide side) {
        byte[] octets = side.received();
        int[] everywhere = new int[octets.length - 1];
        Arrays.setAll(everywhere, i -> i + 1);
        assertThat(connection(side, octets, everywhere)).isEqualTo(connection(side, octets));
    }

    /** The decoder alone: there are a quarter of a million ways, and the mechanisms see whole commands only. */
    @ParameterizedTest
    @EnumSource
    void cutTwice(GoldenSide side) {
        byte[] octets = side.received();
        Decoded decoded = new Decoded(side);
        List<Object> whole = List.copyOf(decoded.of(octets, octets.length, octets.length));
        assertThat(whole).hasSizeGreaterThan(2);
        for (int first = 0; first <= octets.length; first++) {
            for (int second = first; second <= octets.length; second++) {
                if (!decoded.of(octets, first, second).equals(whole)) {
                    throw new AssertionError("cut at " + first + " and " + second + ": " + decoded.seen);
                }
            }
        }
        decoded.channel.finishAndReleaseAll();
    }

    /** All that a connection sends, tells and hands on. */
    private static List<String> connection(GoldenSide side, byte[] octets, int... cuts) {
        List<String> seen = new ArrayList<>();
        try (PeerUnderTest peer = side.recorded()) {
            int from = 0;
            for (int cut : cuts) {
                peer.receives(Arrays.copyOfRange(octets, from, cut));
                from = cut;
            }
            peer.receives(Arrays.copyOfRange(octets, from, octets.length));
            assertThat(peer.failures).isEmpty();
            assertThat(peer.events).hasSize(1);
            seen.add(peer.sent());
            for (List<String> message = peer.message(); message != null; message = peer.message()) {
                seen.add(message.toString());
            }
            assertThat(seen).hasSizeGreaterThan(1);
        }
        return seen;
    }

    /** What a decoder makes of octets; each time another decoder, on the same channel. */
    private static final class Decoded extends ChannelInboundHandlerAdapter {
        private final EmbeddedChannel channel = new EmbeddedChannel(this);
        private final List<Object> seen = new ArrayList<>();
        private final int commandsInHandshake;
        private final Optional<FrameCipher> cipher;
        private ZmtpDecoder decoder;
        private int commands;

        Decoded(GoldenSide side) {
            commandsInHandshake = side.commandsInHandshake();
            cipher = side.cipher().map(Remembering::new);
            // Others watch for leaks; it takes a minute here.
            channel.config().setAllocator(new UnpooledByteBufAllocator(false, true));
        }

        List<Object> of(byte[] octets, int first, int second) {
            seen.clear();
            commands = 0;
            decoder = new ZmtpDecoder(ZmtpConfig.of(SocketType.DEALER));
            channel.pipeline().addFirst(decoder);
            channel.writeInbound(Unpooled.copiedBuffer(octets, 0, first));
            channel.writeInbound(Unpooled.copiedBuffer(octets, first, second - first));
            channel.writeInbound(Unpooled.copiedBuffer(octets, second, octets.length - second));
            channel.pipeline().remove(decoder);
            return seen;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (msg instanceof Command command) {
                seen.add(command);
                if (++commands == commandsInHandshake) {
                    decoder.startTraffic(cipher);
                }
            } else if (msg instanceof ZmtpMessage message) {
                for (int i = 0; i < message.size(); i++) {
                    seen.add((i == 0 ? "message " : "more ") + ByteBufUtil.hexDump(message.part(i)));
                }
                message.release();
            } else {
                seen.add(((Greeting) msg).mechanism());
            }
        }
    }

    /** Opens each frame once, and knows it from then on. */
    private static final class Remembering implements FrameCipher {
        private final FrameCipher cipher;
        private final Map<ByteBuf, ByteBuf> opened = new HashMap<>();

        Remembering(FrameCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public int overhead() {
            return cipher.overhead();
        }

        @Override
        public void seal(int flags, ByteBuf payload, ByteBuf out) {
            throw new UnsupportedOperationException("nothing is sent here");
        }

        @Override
        public ByteBuf open(ByteBuf body, ByteBufAllocator allocator) {
            ByteBuf text = opened.get(body);
            if (text == null) {
                ByteBuf key = Unpooled.copiedBuffer(body);
                text = cipher.open(body, allocator);
                opened.put(key, text);
            }
            return text.copy();
        }

        @Override
        public void wipe() {
            // The next decoder needs it.
        }
    }
}
