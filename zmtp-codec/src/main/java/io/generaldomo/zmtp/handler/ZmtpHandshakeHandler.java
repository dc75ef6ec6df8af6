package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the greeting, drives the mechanism, and takes itself out when both sides are ready.
 *
 * <p>Until then, writes from further up wait here in order: libzmq drops a peer that sends anything after its READY before it has seen libzmq's.
 */
final class ZmtpHandshakeHandler extends ChannelDuplexHandler {
    private static final Logger log = LoggerFactory.getLogger(ZmtpHandshakeHandler.class);
    private static final Set<String> KNOWN_MECHANISMS = Set.of("NULL", "PLAIN", "CURVE", "GSSAPI");

    private final ZmtpConfig config;
    private final Mechanism mechanism;
    private final ZmtpDecoder decoder;
    private final ZmtpEncoder encoder;
    private @Nullable PendingWriteQueue waiting;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable Greeting greeting;
    private @Nullable ZmtpException silencedBy;
    private boolean failed;

    ZmtpHandshakeHandler(ZmtpConfig config, Mechanism mechanism, ZmtpDecoder decoder, ZmtpEncoder encoder) {
        this.config = config;
        this.mechanism = mechanism;
        this.decoder = decoder;
        this.encoder = encoder;
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
        deadline = ctx.executor().schedule(() -> expire(ctx, millis), millis, TimeUnit.MILLISECONDS);
        ByteBuf octets = ctx.alloc().ioBuffer(Greeting.LENGTH);
        new Greeting(Greeting.OWN_MINOR, mechanism.name(), mechanism.isServer()).write(octets, config.identity().length);
        ctx.writeAndFlush(octets);
    }

    private void expire(ChannelHandlerContext ctx, long millis) {
        fail(ctx, silencedBy != null
                ? silencedBy
                : new ZmtpException(Reason.HANDSHAKE_TIMEOUT, "no handshake within " + millis + " ms"));
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
            } else if (silencedBy != null) {
                throw silencedBy;
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
            // The name is the peer's to choose: it is shown only if it is one of those that everybody knows.
            String theirs = KNOWN_MECHANISMS.contains(received.mechanism()) ? received.mechanism() : "an unknown one";
            throw new ZmtpException(Reason.MECHANISM_MISMATCH, "this side's mechanism is " + mechanism.name() + ", the peer's " + theirs);
        }
        greeting = received;
        apply(ctx, mechanism.start());
    }

    private void apply(ChannelHandlerContext ctx, Step step) {
        step.send().ifPresent(ctx::writeAndFlush);
        if (step instanceof Step.Complete complete) {
            complete(ctx, complete);
        } else if (step instanceof Step.Authenticate question) {
            authenticate(ctx, question);
        } else if (step instanceof Step.Refuse refuse) {
            fail(ctx, refuse.cause());
        } else if (step instanceof Step.Silence silence) {
            silencedBy = silence.cause();
        }
    }

    private void authenticate(ChannelHandlerContext ctx, Step.Authenticate question) {
        CompletionStage<ZmtpVerdict> pending;
        try {
            pending = question.authenticator()
                    .authenticate(new ZmtpApplicant(question.credentials(), ctx.channel().remoteAddress()));
        } catch (RuntimeException e) {
            pending = CompletableFuture.failedStage(e);
        }
        pending.whenComplete((verdict, failure) -> {
            if (ctx.executor().inEventLoop()) {
                onVerdict(ctx, verdict, failure);
            } else {
                ctx.executor().execute(() -> onVerdict(ctx, verdict, failure));
            }
        });
    }

    private void onVerdict(ChannelHandlerContext ctx, @Nullable ZmtpVerdict verdict, @Nullable Throwable failure) {
        if (failed) {
            return; // the peer is gone, or was given up at the deadline
        }
        if (verdict == null) {
            log.atWarn()
                    .addKeyValue("peer", ctx.channel().remoteAddress())
                    .setCause(failure)
                    .log("the authenticator failed to judge {}", ctx.channel().remoteAddress());
        }
        try {
            apply(ctx, mechanism.onVerdict(verdict == null ? ZmtpVerdict.refuse(Refusal.INTERNAL_ERROR) : verdict));
        } catch (ZmtpException e) {
            fail(ctx, e);
        }
    }

    private void complete(ChannelHandlerContext ctx, Step.Complete complete) {
        Negotiation.Outcome outcome = complete.peer();
        decoder.startTraffic(complete.cipher());
        encoder.startTraffic(complete.cipher());
        int minor = greeting == null ? 0 : greeting.minor();
        ZmtpPeer peer = new ZmtpPeer(
                ctx.channel().remoteAddress(), outcome.localType(), outcome.socketType(), minor, outcome.metadata(), outcome.user());
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
        mechanism.wipe();
        failWaiting(new ZmtpException(Reason.CONNECTION_LOST, "the handshake was abandoned"));
    }
}
