package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket messages to the octets of ZMTP, and back: each message is a frame. Octets of ZMTP that ZWS does not have, those of the greeting, are made
 * up at the beginning. Answers WebSocket's ping and close. Text, and frames that are masked the wrong way, cost the connection, as at libzmq.
 */
final class ZwsCodec extends ChannelDuplexHandler {
    private static final String NO_FRAME = "a WebSocket message that is not a binary frame with octets in it";

    private final ZwsSplitter splitter = new ZwsSplitter();
    private final Fragments fragments;
    private @Nullable ChannelHandlerContext context;
    private boolean failed;

    ZwsCodec(ZmtpLimits limits) {
        fragments = new Fragments(ZwsFrames.largest(limits));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** The connection is upgraded. Consumes the greeting that the peer would have sent. */
    void begin(ByteBuf greeting) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || ctx.isRemoved()) {
            greeting.release();
        } else {
            ctx.fireChannelRead(greeting);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        try {
            if (failed) {
                return;
            }
            if (msg instanceof BinaryWebSocketFrame || msg instanceof ContinuationWebSocketFrame) {
                take(ctx, (WebSocketFrame) msg);
            } else if (msg instanceof PingWebSocketFrame ping) {
                pong(ctx, ping);
            } else if (msg instanceof CloseWebSocketFrame close) {
                failed = true;
                ctx.writeAndFlush(close.retain()).addListener(written -> ctx.close());
            } else if (!(msg instanceof PongWebSocketFrame)) {
                fail(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, Reason.MALFORMED, NO_FRAME);
            }
        } catch (CorruptedWebSocketFrameException tooLarge) {
            exceptionCaught(ctx, tooLarge);
        } finally {
            ReferenceCountUtil.release(msg);
        }
    }

    private void take(ChannelHandlerContext ctx, WebSocketFrame frame) {
        ByteBuf message = fragments.whole(ctx.alloc(), frame);
        if (message == null) {
            return;
        }
        try {
            if (message.isReadable()) {
                ctx.fireChannelRead(toZmtp(ctx, message));
            } else {
                fail(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, Reason.MALFORMED, NO_FRAME);
            }
        } finally {
            message.release();
        }
    }

    private static ByteBuf toZmtp(ChannelHandlerContext ctx, ByteBuf content) {
        int flags = ZwsFrames.toZmtp(content.readByte());
        int size = content.readableBytes();
        ByteBuf out = ctx.alloc().buffer(FrameHeader.lengthFor(size) + size);
        FrameHeader.write(out, flags, size);
        return out.writeBytes(content);
    }

    /** A peer that pings and does not read gets no queue of pongs. */
    private static void pong(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        if (ctx.channel().isWritable()) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf octets) {
            try {
                splitter.write(ctx, octets, promise);
            } finally {
                octets.release();
            }
        } else {
            ctx.write(msg, promise);
        }
    }

    /** Says so, and waits for nothing: who does not read does not hold this up. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!failed && ctx.channel().isActive()) {
            failed = true;
            ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
        }
        ctx.close(promise);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof CorruptedWebSocketFrameException corrupted)) {
            ctx.fireExceptionCaught(cause);
        } else if (!failed) {
            boolean large = corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            fail(ctx, corrupted.closeStatus(), large ? Reason.LIMIT_EXCEEDED : Reason.MALFORMED,
                    large ? "a WebSocket message that is too large" : "a WebSocket frame that RFC 6455 does not allow");
        }
    }

    private void fail(ChannelHandlerContext ctx, WebSocketCloseStatus status, Reason reason, String why) {
        failed = true;
        ctx.fireExceptionCaught(new ZmtpException(reason, why));
        ctx.writeAndFlush(new CloseWebSocketFrame(status));
        ctx.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        splitter.drop();
        fragments.drop();
    }
}
