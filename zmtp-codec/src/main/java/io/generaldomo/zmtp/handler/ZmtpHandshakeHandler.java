package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.mechanism.Mechanism;
import io.generaldomo.zmtp.mechanism.Negotiation;
import io.generaldomo.zmtp.mechanism.Step;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends the greeting, drives the mechanism, and takes itself out when both sides are ready.
 *
 * <p>Until then, writes from further up wait here in order: libzmq drops a peer that sends anything after its READY before it has seen libzmq's.
 */
final class ZmtpHandshakeHandler extends ChannelDuplexHandler {
    private final ZmtpConfig config;
    private final Mechanism mechanism;
    private final ZmtpDecoder decoder;
    private @Nullable PendingWriteQueue waiting;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable Greeting greeting;
    private boolean failed;

    ZmtpHandshakeHandler(ZmtpConfig config, Mechanism mechanism, ZmtpDecoder decoder) {
        this.config = config;
        this.mechanism = mechanism;
        this.decoder = decoder;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        waiting = new PendingWriteQueue(ctx);
        if (ctx.channel().isActive()) {
            greet(ctx);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        greet(ctx);
        ctx.fireChannelActive();
    }

    private void greet(ChannelHandlerContext ctx) {
        if (deadline != null) {
            return;
        }
        long millis = config.limits().handshakeTime().toMillis();
        deadline = ctx.executor().schedule(() -> fail(ctx, late(millis)), millis, TimeUnit.MILLISECONDS);
        ByteBuf octets = ctx.alloc().ioBuffer(Greeting.LENGTH);
        new Greeting(Greeting.OWN_MINOR, mechanism.name(), false).write(octets, config.identity().length);
        ctx.writeAndFlush(octets);
    }

    private static ZmtpException late(long millis) {
        return new ZmtpException(Reason.HANDSHAKE_TIMEOUT, "no handshake within " + millis + " ms");
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (failed) {
            ReferenceCountUtil.release(msg);
            return;
        }
        try {
            if (msg instanceof Greeting received) {
                onGreeting(ctx, received);
            } else if (msg instanceof Command command) {
                apply(ctx, mechanism.onCommand(command));
            } else {
                ctx.fireChannelRead(msg);
            }
        } catch (ZmtpException e) {
            fail(ctx, e);
        }
    }

    private void onGreeting(ChannelHandlerContext ctx, Greeting received) {
        if (!received.mechanism().equals(mechanism.name())) {
            throw new ZmtpException(Reason.MECHANISM_MISMATCH, "the peer wants another mechanism than " + mechanism.name());
        }
        greeting = received;
        apply(ctx, mechanism.start());
    }

    private void apply(ChannelHandlerContext ctx, Step step) {
        step.send().ifPresent(ctx::writeAndFlush);
        if (step instanceof Step.Complete complete) {
            complete(ctx, complete.peer());
        } else if (step instanceof Step.Refuse refuse) {
            fail(ctx, refuse.cause());
        }
    }

    private void complete(ChannelHandlerContext ctx, Negotiation.Outcome outcome) {
        decoder.startTraffic();
        int minor = greeting == null ? 0 : greeting.minor();
        ZmtpPeer peer = new ZmtpPeer(
                ctx.channel().remoteAddress(), outcome.localType(), outcome.socketType(), minor, outcome.metadata());
        PendingWriteQueue queued = waiting;
        waiting = null;
        if (queued != null && !queued.isEmpty()) {
            queued.removeAndWriteAll();
            ctx.flush();
        }
        ctx.pipeline().remove(this);
        ctx.fireUserEventTriggered(new ZmtpHandshakeCompleted(peer));
    }

    private void fail(ChannelHandlerContext ctx, ZmtpException cause) {
        failed = true;
        failWaiting(cause);
        Failure.fireAndClose(ctx, cause);
    }

    private void failWaiting(ZmtpException cause) {
        if (waiting != null) {
            waiting.removeAndFailAll(cause);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (waiting == null) {
            ctx.write(msg, promise);
        } else if (failed) {
            ReferenceCountUtil.release(msg);
            promise.setFailure(new ZmtpException(Reason.CONNECTION_LOST, "the handshake failed"));
        } else {
            waiting.add(msg, promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        failed = true;
        failWaiting(new ZmtpException(Reason.CONNECTION_LOST, "the connection was lost in the handshake"));
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        failWaiting(new ZmtpException(Reason.CONNECTION_LOST, "the handshake was abandoned"));
    }
}
