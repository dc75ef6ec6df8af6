package io.generaldomo.gdp.connection;

import io.generaldomo.zmtp.ZmtpException;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import org.slf4j.Logger;

/** What every last handler of a pipeline does with an exception: one line in the log, as loud as the cause deserves, and the connection ends. */
public final class ConnectionFailure {
    private ConnectionFailure() {}

    /**
     * Logs a failure and closes the connection.
     *
     * @param log where to
     * @param ctx the handler that caught it
     * @param cause the peer broke the protocol (debug: the transport has said so), the connection broke (debug), or we have a bug (error)
     */
    public static void logAndClose(Logger log, ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ZmtpException) {
            log.debug("{}: connection closed: {}", ctx.channel().remoteAddress(), cause.getMessage());
        } else if (cause instanceof IOException) {
            log.debug("{}: connection lost", ctx.channel().remoteAddress(), cause);
        } else {
            log.error("{}: connection closed after an unexpected error", ctx.channel().remoteAddress(), cause);
        }
        ctx.close();
    }
}
