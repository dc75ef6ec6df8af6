package io.generaldomo.zmtp.transport.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One side of a WebSocket in memory: octets of the peer go in, what this side sends and what its application sees come out. */
final class WebSocketUnderTest implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");
    /** What belongs to the key of RFC 6455. */
    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    final EmbeddedChannel channel;
    final List<Throwable> failures = new ArrayList<>();
    int handshakes;
    private final String accept;

    private WebSocketUnderTest(Consumer<ChannelPipeline> handlers) {
        channel = new EmbeddedChannel(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel opened) {
                handlers.accept(opened.pipeline());
                opened.pipeline().addLast(application());
            }
        });
        Matcher key = KEY.matcher(sent());
        accept = key.find() ? accept(key.group(1)) : ACCEPT;
    }

    /** A ROUTER of a mechanism, or of NULL for what is none. */
    static WebSocketUnderTest accepting(String mechanism) {
        ZmtpSecurity security = switch (mechanism) {
            case "plain" -> new ZmtpSecurity.PlainServer(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u")));
            case "curve" -> new ZmtpSecurity.CurveServer(CurveKeyPair.generate(), applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u")));
            default -> ZmtpSecurity.NONE;
        };
        ZmtpConfig config = ZmtpConfig.of(SocketType.ROUTER).withSecurity(security);
        return new WebSocketUnderTest(pipeline -> ZwsPipeline.accept(pipeline, config, Set.of()));
    }

    /** A DEALER. */
    static WebSocketUnderTest connecting() {
        return new WebSocketUnderTest(pipeline -> ZwsPipeline.connect(pipeline, ZmtpConfig.of(SocketType.DEALER), "127.0.0.1:80", "/"));
    }

    private ChannelInboundHandlerAdapter application() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                handshakes += event instanceof ZmtpHandshakeCompleted ? 1 : 0;
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                failures.add(cause);
            }
        };
    }

    /** The octets of a vector, in which the answer to this side's key stands for that to the recorded one. */
    byte[] octets(GoldenVector vector) {
        return new String(vector.bytes(), ISO_8859_1).replace(ACCEPT, accept).getBytes(ISO_8859_1);
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    WebSocketUnderTest receives(byte[] octets) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(octets));
        }
        return this;
    }

    /** All octets sent since the last call. */
    String sent() {
        StringBuilder all = new StringBuilder();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            all.append(next.toString(ISO_8859_1));
            next.release();
        }
        return all.toString();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
