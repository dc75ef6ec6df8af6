package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the core and Netty: gives the core the time, and flushes what it sent.
 *
 * <p>Confined to the broker's event loop, except {@link #newPeer}, which Netty calls there as well. One burst of reads makes many messages for
 * many connections; each of these is flushed once, when the burst is over.
 */
final class BrokerEdge {
    private final BrokerCore core;
    private final EventLoop loop;
    private final ChannelGroup channels;
    private final List<PeerHandler> unflushed = new ArrayList<>();
    private @Nullable ScheduledFuture<?> tick;

    BrokerEdge(BrokerConfig config, EventLoop loop) {
        this.core = new BrokerCore(config, ThreadLocalRandom.current().nextInt());
        this.loop = loop;
        this.channels = new DefaultChannelGroup(loop, true);
    }

    void start() {
        tick();
    }

    PeerHandler newPeer() {
        return new PeerHandler(this);
    }

    /** A bound or accepted channel, to be closed with the broker. */
    void add(Channel channel) {
        channels.add(channel);
    }

    /** Bound endpoints and connections. Any thread may ask. */
    int channels() {
        return channels.size();
    }

    void onCommand(Peer from, Dialect dialect, Command command) {
        core.onCommand(from, dialect, command, now());
    }

    void onPeerGone(Peer peer) {
        core.onPeerGone(peer, now());
        flush();
    }

    void needsFlush(PeerHandler peer) {
        unflushed.add(peer);
    }

    void flush() {
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    private void tick() {
        long deadline = core.onTick(now());
        flush();
        tick = loop.schedule(this::tick, Math.max(0, deadline - now()), TimeUnit.NANOSECONDS);
    }

    /** Closing the channels makes the core release all that it holds. A channel that is accepted while this goes on is closed as well. */
    ChannelGroupFuture close() {
        if (tick != null) {
            tick.cancel(false);
        }
        core.dismissWorkers(now());
        flush();
        return channels.close();
    }

    private long now() {
        return loop.ticker().nanoTime();
    }
}
