package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a connection on which more octets come than a handshake can have. WebSocket messages are put together before anybody sees them, and a
 * stranger could begin one as large as those of a peer may be.
 */
final class StrangerLimit extends ChannelInboundHandlerAdapter {
    /** HTTP's head, and as many commands as no mechanism has. */
    private static final long HTTP_OCTETS = 16 << 10;

    private static final int COMMANDS = 4;

    private final long most;
    private long come;

    StrangerLimit(ZmtpLimits limits) {
        most = HTTP_OCTETS + (long) COMMANDS * limits.commandSize();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        come += ((ByteBuf) msg).readableBytes();
        if (come <= most) {
            ctx.fireChannelRead(msg);
            return;
        }
        ReferenceCountUtil.release(msg);
        if (ctx.channel().isActive()) {
            ctx.fireExceptionCaught(new ZmtpException(Reason.LIMIT_EXCEEDED, "more than " + most + " octets before the end of the handshake"));
            ctx.close();
        }
    }

    /** A handler for the other end of the pipeline, which takes this one and itself out when the handshake is done. */
    ChannelHandler end() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                if (event instanceof ZmtpHandshakeCompleted) {
                    ctx.pipeline().remove(StrangerLimit.this);
                    ctx.pipeline().remove(this);
                }
                ctx.fireUserEventTriggered(event);
            }
        };
    }
}
