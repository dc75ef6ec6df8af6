package io.generaldomo.zmtp.transport.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;

/**
 * Answers the request for a WebSocket (RFC 6455, section 4.2), and takes itself out when it has upgraded the connection. The deadline of ZMTP's
 * handshake is for this as well. The path is not looked at, as at libzmq.
 */
final class ZwsServerHandshake extends ChannelDuplexHandler {
    private static final String LACKING = "a request for a WebSocket that lacks something";

    private final ZmtpConfig config;
    private final ZwsProtocol protocol;
    private final Set<String> origins;
    private boolean refused;

    ZwsServerHandshake(ZmtpConfig config, Set<String> origins) {
        this.config = config;
        this.protocol = ZwsProtocol.of(config);
        this.origins = origins;
    }

    /** Octets that come from above are the greeting, which ZWS does not have. Frames come when the codec has begun, while this is about to leave. */
    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf greeting) {
            greeting.release();
            promise.trySuccess();
        } else {
            ctx.write(msg, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        try {
            if (!refused && msg instanceof FullHttpRequest request) {
                answer(ctx, request);
            }
        } finally {
            ReferenceCountUtil.release(msg);
        }
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request) {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        String offered = String.join(",", request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
        if (request.decoderResult().isFailure()) {
            refuse(ctx, HttpResponseStatus.BAD_REQUEST, Reason.NOT_ZMTP, "an HTTP request that cannot be read");
        } else if (!isForWebSocket(request)) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED, Reason.NOT_ZMTP, "an HTTP request, but for no WebSocket");
        } else if (request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0 || !request.headers().contains(HttpHeaderNames.HOST)) {
            refuse(ctx, HttpResponseStatus.BAD_REQUEST, Reason.NOT_ZMTP, LACKING);
        } else if (!request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocketVersion.V13.toHttpHeaderValue(), false)) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED, Reason.VERSION_REFUSED, "a WebSocket of another version than 13");
        } else if (origin != null && !origins.contains("*") && !origins.contains(origin)) {
            refuse(ctx, HttpResponseStatus.FORBIDDEN, Reason.NOT_AUTHENTICATED, "a web page whose origin is not among those that are let in");
        } else if (protocol.choose(offered).isEmpty()) {
            refuse(ctx, HttpResponseStatus.BAD_REQUEST, Reason.MECHANISM_MISMATCH,
                    "the WebSocket protocol of this side is " + protocol.name() + ", which the peer does not offer");
        } else {
            request.headers().set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, offered); // Netty's handshake reads the first of several
            upgrade(ctx, request, protocol.choose(offered).get());
        }
    }

    private static boolean isForWebSocket(FullHttpRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request, String name) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshaker13("", name, ZwsFrames.config(config.limits(), true));
        ZwsCodec codec = new ZwsCodec(config.limits());
        try {
            if (name.equals(ZwsProtocol.BARE)) {
                ctx.pipeline().addAfter(ctx.name(), null, new BareZws(config));
            }
            ctx.pipeline().addAfter(ctx.name(), null, codec);
            handshaker.handshake(ctx, request, EmptyHttpHeaders.INSTANCE, ctx.newPromise()).addListener(done -> {
                if (done.isSuccess()) {
                    codec.begin(protocol.greeting(ctx.alloc()));
                } else {
                    ctx.close();
                }
            });
            ctx.pipeline().remove(this);
        } catch (WebSocketHandshakeException e) {
            refuse(ctx, HttpResponseStatus.BAD_REQUEST, Reason.NOT_ZMTP, LACKING);
        }
    }

    private void refuse(ChannelHandlerContext ctx, HttpResponseStatus status, Reason reason, String why) {
        refused = true;
        ctx.fireExceptionCaught(new ZmtpException(reason, why)); // first: whoever closes gives no other reason
        ByteBuf text = Unpooled.copiedBuffer("This is a ZeroMQ endpoint for WebSockets that speak " + protocol.name() + ".\n", US_ASCII);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, text);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN)
                .set(HttpHeaderNames.CONTENT_LENGTH, text.readableBytes())
                .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.writeAndFlush(response).addListener(written -> ctx.close());
    }
}
