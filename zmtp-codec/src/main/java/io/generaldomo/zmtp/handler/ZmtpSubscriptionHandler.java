package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.SubscriptionForm;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link ZmtpSubscription}s from and to the form in which the peer has them: commands from 3.1 on, messages before. Both are understood, whatever
 * the peer's version (libzmq does the same). In the pipelines of publishers and subscribers only; elsewhere such commands are dropped.
 */
final class ZmtpSubscriptionHandler extends ChannelDuplexHandler {
    private static final Set<SocketType> CONCERNED = EnumSet.of(
            SocketType.PUB, SocketType.XPUB, SocketType.SUB, SocketType.XSUB, SocketType.RADIO, SocketType.DISH);

    private final FrameLimits limits;
    /** Null before the handshake is done. */
    private @Nullable ZmtpPeer peer;

    ZmtpSubscriptionHandler(ZmtpConfig config) {
        this.limits = new FrameLimits(config.limits());
    }

    static boolean isFor(ZmtpConfig config) {
        return config.socketTypes().stream().anyMatch(CONCERNED::contains);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ZmtpHandshakeCompleted completed) {
            peer = completed.peer();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        try {
            Optional<ZmtpSubscription> subscription = subscription(msg);
            if (subscription.isPresent()) {
                ctx.fireChannelRead(subscription.get());
                return;
            }
        } catch (ZmtpException e) {
            Failure.fireAndClose(ctx, e);
            return;
        }
        ctx.fireChannelRead(msg);
    }

    private Optional<ZmtpSubscription> subscription(Object msg) {
        SocketType local = peer == null ? null : peer.localType();
        boolean publishes = local == SocketType.PUB || local == SocketType.XPUB;
        if (msg instanceof Command command) {
            return SubscriptionForm.of(command).filter(read -> isGroup(read) ? local == SocketType.RADIO : publishes);
        }
        if (!publishes || !(msg instanceof ZmtpMessage message)) {
            return Optional.empty();
        }
        Optional<ZmtpSubscription> read = SubscriptionForm.of(message);
        if (read.isPresent()) {
            long octets = message.octets();
            message.release();
            limits.requireCommandSize(octets);
        }
        return read;
    }

    private static boolean isGroup(ZmtpSubscription subscription) {
        return subscription.verb() == ZmtpSubscription.Verb.JOIN || subscription.verb() == ZmtpSubscription.Verb.LEAVE;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (!(msg instanceof ZmtpSubscription subscription)) {
            ctx.write(msg, promise);
        } else if (peer == null) {
            promise.tryFailure(new ZmtpException(Reason.CONNECTION_LOST, "a subscription has no form before the handshake is done"));
        } else if (peer.minorVersion() > 0 || isGroup(subscription)) {
            ctx.write(SubscriptionForm.command(subscription), promise);
        } else {
            ctx.write(SubscriptionForm.message(subscription), promise);
        }
    }
}
