package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.wire.Command;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;

/**
 * Sends WebSocket's ping where ZMTP has PING: libzmq answers no other on a WebSocket. The pong is no command, but octets that have come, and they
 * are all that a heartbeat waits for. Stands above the encoder, because under CURVE nobody beneath could tell a PING.
 */
final class ZwsPing extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        ctx.write(msg instanceof Command command && command.is(Command.PING) ? new PingWebSocketFrame() : msg, promise);
    }
}
