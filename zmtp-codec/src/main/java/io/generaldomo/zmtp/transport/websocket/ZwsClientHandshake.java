package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;

/** Asks for a WebSocket (RFC 6455, section 4.1), and takes itself out when it has got it. The deadline of ZMTP's handshake is for this as well. */
final class ZwsClientHandshake extends ChannelDuplexHandler {
    private final ZwsProtocol protocol;
    private final Asking handshaker;
    private final ZmtpLimits limits;
    private boolean failed;

    /** Netty's, whose request has to be written from here: at the pipeline's end, ZMTP's handshake would hold it back. */
    private static final class Asking extends WebSocketClientHandshaker13 {
        private final ZmtpLimits limits;

        private Asking(URI uri, String subprotocol, ZmtpLimits limits) {
            super(uri, WebSocketVersion.V13, subprotocol, false, EmptyHttpHeaders.INSTANCE, ZwsFrames.largest(limits));
            this.limits = limits;
        }

        /** One that leaves it to the codec to say what is wrong, and to close. */
        @Override
        protected WebSocketFrameDecoder newWebsocketDecoder() {
            return new WebSocket13FrameDecoder(ZwsFrames.config(limits, false));
        }

        /** Without an origin, which is for browsers to tell. */
        private FullHttpRequest request() {
            FullHttpRequest request = newHandshakeRequest();
            request.headers().remove(HttpHeaderNames.ORIGIN);
            return request;
        }

        private WebSocketFrameEncoder encoder() {
            return newWebSocketEncoder();
        }
    }

    ZwsClientHandshake(ZmtpConfig config, String authority, String path) {
        this.protocol = ZwsProtocol.of(config);
        this.limits = config.limits();
        this.handshaker = new Asking(URI.create("ws://" + authority + path), protocol.name(), config.limits());
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(handshaker.request());
        ctx.fireChannelActive();
    }

    /** From above comes the greeting, and nothing else before there is one of the peer. ZWS has none. */
    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        ReferenceCountUtil.release(msg);
        promise.trySuccess();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        try {
            if (!failed && msg instanceof FullHttpResponse response) {
                upgrade(ctx, response);
            }
        } finally {
            ReferenceCountUtil.release(msg);
        }
    }

    private void upgrade(ChannelHandlerContext ctx, FullHttpResponse response) {
        ChannelPipeline pipeline = ctx.pipeline();
        if (response.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)) {
            fail(ctx, "the answer has an extension of WebSocket that was not offered");
            return;
        }
        try {
            handshaker.finishHandshake(ctx.channel(), response);
        } catch (WebSocketHandshakeException e) {
            fail(ctx, "the answer is no WebSocket that speaks " + protocol.name() + ", but HTTP status " + response.status().code());
            return;
        }
        ZwsCodec codec = new ZwsCodec(limits);
        pipeline.addAfter(pipeline.context(HttpClientCodec.class).name(), null, handshaker.encoder()).addAfter(ctx.name(), null, codec).remove(this);
        codec.begin(protocol.greeting(ctx.alloc()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof DecoderException) {
            fail(ctx, "the answer is no HTTP that can be read, or lacks something");
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    private void fail(ChannelHandlerContext ctx, String why) {
        failed = true;
        ctx.fireExceptionCaught(new ZmtpException(Reason.NOT_ZMTP, why));
        ctx.close();
    }
}
