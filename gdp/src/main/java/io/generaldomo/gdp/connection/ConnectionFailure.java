package io.generaldomo.gdp.connection;

import io.generaldomo.zmtp.ZmtpException;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.SocketAddress;
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
        SocketAddress peer = ctx.channel().remoteAddress();
        if (cause instanceof ZmtpException) {
            log.atDebug().addKeyValue("peer", peer).log("{}: connection closed: {}", peer, cause.getMessage());
        } else if (cause instanceof IOException) {
            log.atDebug().addKeyValue("peer", peer).setCause(cause).log("{}: connection lost", peer);
        } else {
            log.atError().addKeyValue("peer", peer).setCause(cause).log("{}: connection closed after an unexpected error", peer);
        }
        ctx.close();
    }
}
