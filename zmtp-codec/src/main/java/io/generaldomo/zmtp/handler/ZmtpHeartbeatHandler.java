package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.Ping;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers PING, sends PING if that is configured, and keeps every command from the application: unknown ones are dropped, as are those of
 * patterns that this connection does not have (RFC 37/ZMTP, "Connection Heartbeating").
 */
final class ZmtpHeartbeatHandler extends ChannelDuplexHandler {
    private static final byte[] NO_CONTEXT = {};
    /** More PINGs than these tell a peer that does not answer nothing new (RFC 37/ZMTP, against storms of PONGs). */
    private static final int MOST_UNANSWERED = 3;

    private final ZmtpHeartbeat heartbeat;
    private final SilenceWatch answerWatch = new SilenceWatch("no sign of life after a PING");
    private final SilenceWatch ttlWatch = new SilenceWatch("the peer was silent for longer than the TTL it announced");
    private @Nullable ScheduledFuture<?> pinging;
    private int unanswered;
    private boolean flushNeeded;

    ZmtpHeartbeatHandler(ZmtpHeartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ZmtpHandshakeCompleted completed && mayPing(completed) && !heartbeat.interval().isZero()) {
            long nanos = heartbeat.interval().toNanos();
            pinging = ctx.executor().scheduleAtFixedRate(() -> ping(ctx), nanos, nanos, TimeUnit.NANOSECONDS);
        }
        ctx.fireUserEventTriggered(event);
    }

    /** A libzmq DISH closes the connection on any PING or PONG. */
    private static boolean mayPing(ZmtpHandshakeCompleted completed) {
        SocketType local = completed.peer().localType();
        return local != SocketType.RADIO && local != SocketType.DISH;
    }

    private void ping(ChannelHandlerContext ctx) {
        unanswered = answerWatch.hasHeard() ? 0 : unanswered;
        answerWatch.arm(ctx, heartbeat.timeout()); // first, because writing may find out that the connection is lost
        if (unanswered < MOST_UNANSWERED) {
            unanswered++;
            ctx.writeAndFlush(new Ping(heartbeat.ttl(), NO_CONTEXT).toCommand());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        answerWatch.heard();
        ttlWatch.heard();
        if (!(msg instanceof Command command)) {
            ctx.fireChannelRead(msg);
        } else if (command.is(Command.PING)) {
            onPing(ctx, command);
        }
    }

    /**
     * Reading goes on: octets have come, be it only a piece of a large frame, or this side has not listened until now. The TTL watch is not
     * told, since reading also goes on behind the PING that sets it.
     */
    @Override
    public void read(ChannelHandlerContext ctx) {
        answerWatch.heard();
        ctx.read();
    }

    private void onPing(ChannelHandlerContext ctx, Command command) {
        try {
            Ping ping = Ping.of(command);
            if (ctx.channel().isWritable()) {
                // A peer that PINGs and does not read gets no queue of PONGs.
                ctx.write(ping.pong());
                flushNeeded = true;
            }
            if (!ping.ttl().isZero()) {
                ttlWatch.arm(ctx, ping.ttl());
            }
        } catch (ZmtpException e) {
            Failure.fireAndClose(ctx, e);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (flushNeeded) {
            flushNeeded = false;
            ctx.flush();
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stop();
    }

    private void stop() {
        if (pinging != null) {
            pinging.cancel(false);
        }
        answerWatch.disarm();
        ttlWatch.disarm();
    }

    /** Closes the connection if nothing is heard in a time. Arming it again while it is armed does nothing; anything heard ends it. */
    private static final class SilenceWatch {
        private final String complaint;
        private @Nullable ScheduledFuture<?> expiry;
        private boolean heard;

        SilenceWatch(String complaint) {
            this.complaint = complaint;
        }

        void arm(ChannelHandlerContext ctx, Duration time) {
            if (expiry != null && !heard) {
                return;
            }
            disarm();
            heard = false;
            expiry = ctx.executor().schedule(() -> expire(ctx, time), time.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void expire(ChannelHandlerContext ctx, Duration time) {
            expiry = null;
            if (!ctx.channel().config().isAutoRead()) {
                // Nobody listens: the silence is ours.
                arm(ctx, time);
            } else if (!heard) {
                Failure.fireAndClose(ctx, new ZmtpException(Reason.HEARTBEAT_TIMEOUT, complaint));
            }
        }

        /** Only a flag, because this is on the path of every message: the timer looks at it when it fires. */
        void heard() {
            heard = true;
        }

        /** Whether anything was heard since it was armed. */
        boolean hasHeard() {
            return heard;
        }

        void disarm() {
            if (expiry != null) {
                expiry.cancel(false);
                expiry = null;
            }
        }
    }
}
