package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.Ticker;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a bound endpoint's connections come in: makes a ZMTP pipeline for each, or closes it if there are too many. Confined to the endpoint's
 * event loop, which is that of its connections too.
 */
@ChannelHandler.Sharable
final class Entrance extends ChannelInitializer<Channel> {
    private static final Logger log = LoggerFactory.getLogger(Entrance.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LowerLayers lower;
    private final Supplier<ZmtpConfig> config;
    private final Supplier<? extends ChannelHandler> application;
    private final Ticker ticker;
    private final LongAdder refused;
    private final ChannelGroup open;
    private final ConnectionCount count;
    private final FailureLog failures;
    /** One line a minute, whoever it is: where a burst comes from is no more interesting than that there is one. */
    private final TokenBucket lines;
    private long untold;

    Entrance(
            LowerLayers lower,
            Supplier<ZmtpConfig> config,
            Supplier<? extends ChannelHandler> application,
            Ticker ticker,
            LongAdder refused,
            ChannelGroup open) {
        this.lower = lower;
        this.config = config;
        this.application = application;
        this.ticker = ticker;
        this.refused = refused;
        this.open = open;
        this.count = new ConnectionCount(() -> config.get().limits().accepted());
        this.failures = new FailureLog(ticker);
        this.lines = new TokenBucket(1, MINUTE, ticker.nanoTime());
    }

    @Override
    protected void initChannel(Channel channel) {
        SocketAddress peer = channel.remoteAddress();
        count.objection(Origin.of(peer)).ifPresentOrElse(why -> refuse(channel, peer, why), () -> admit(channel, peer));
    }

    private void admit(Channel channel, @Nullable SocketAddress peer) {
        failures.keepFor(channel);
        lower.accept(channel, config.get());
        channel.pipeline().addLast(new AcceptedConnection(count, failures, peer), application.get());
        open.add(channel);
    }

    private void refuse(Channel channel, @Nullable SocketAddress peer, String why) {
        refused.increment();
        untold++;
        if (lines.take(ticker.nanoTime())) {
            log.atWarn()
                    .addKeyValue("peer", FailureLog.text(peer))
                    .addKeyValue("cause", Reason.LIMIT_EXCEEDED)
                    .addKeyValue("refused", untold)
                    .log("{}: not accepted: {} ({} refused since the last such line)", FailureLog.text(peer), why, untold);
            untold = 0;
        }
        channel.close(); // at last: whoever sees the end finds it counted and told
    }
}
