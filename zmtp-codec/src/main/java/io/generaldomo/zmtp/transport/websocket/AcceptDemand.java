package io.generaldomo.zmtp.transport.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Refuses an upgrade without Sec-WebSocket-Accept (RFC 6455, section 4.1), in which Netty sees a WebSocket of earlier drafts: it would wait for the
 * octets that follow the head there. Leaves with the first answer; confined to the channel's event loop.
 */
final class AcceptDemand extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof HttpResponse response) {
            boolean isUpgrade = response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (isUpgrade && !response.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT)) {
                ctx.fireExceptionCaught(new DecoderException("an upgrade without Sec-WebSocket-Accept"));
                return;
            }
            ctx.pipeline().remove(this);
        }
        ctx.fireChannelRead(msg);
    }
}
