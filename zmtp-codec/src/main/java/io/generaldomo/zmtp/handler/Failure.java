package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpException;
import io.netty.channel.ChannelHandlerContext;

/** How every handler of this package ends a connection: the cause goes up the pipeline once, then the channel is closed. */
final class Failure {
    private Failure() {}

    static void fireAndClose(ChannelHandlerContext ctx, ZmtpException cause) {
        ctx.fireExceptionCaught(cause);
        ctx.close();
    }
}
