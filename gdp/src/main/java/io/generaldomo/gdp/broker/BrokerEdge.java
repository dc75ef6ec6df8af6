package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.zmtp.ZmtpConfig;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the core and Netty: gives the core the time, and flushes what it sent.
 *
 * <p>Confined to the broker's event loop, except {@link #channels()}. One burst of reads makes many messages for many connections; each of these is flushed
 * once, when the burst is over.
 */
final class BrokerEdge {
    /** How long a peer may take to read what it was sent last. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final BrokerCore core;
    private final EventLoop loop;
    private final ChannelGroup channels;
    private final ConnectionBook connections;
    private final Sampling sampling;
    private final LongSupplier refusedConnections;
    private final ByteBufAllocator allocator;
    private final List<PeerHandler> unflushed = new ArrayList<>();
    private BrokerConfig config;
    private @Nullable ScheduledFuture<?> tick;
    private @Nullable Drain drain;

    /** The last two tell what the transport knows: how many connections it refused, and where buffers come from. */
    BrokerEdge(BrokerConfig config, BrokerIdentity identity, EventLoop loop, LongSupplier refusedConnections, ByteBufAllocator allocator) {
        this.core = new BrokerCore(config, identity, ThreadLocalRandom.current().nextInt(), loop.ticker().nanoTime());
        this.loop = loop;
        this.config = config;
        this.channels = new DefaultChannelGroup(loop, true);
        this.connections = new ConnectionBook(core.observer());
        this.sampling = new Sampling(loop, lag -> core.observer().sampled(snapshot()));
        this.refusedConnections = refusedConnections;
        this.allocator = allocator;
    }

    void start() {
        tick();
        if (!config.observers().isEmpty()) {
            sampling.start();
        }
    }

    PeerHandler newPeer() {
        return new PeerHandler(this, config.limits().backlog());
    }

    /** What the next connection of an endpoint is to have, besides what its endpoint is. */
    ZmtpConfig complete(ZmtpConfig ofEndpoint) {
        return ofEndpoint.withLimits(config.limits()).withHeartbeat(config.ping()).withSecurity(config.security());
    }

    /** Takes over what can change while the broker runs. */
    void reconfigure(BrokerConfig changed) {
        config = changed;
        core.reconfigure(changed, now());
        flush();
        if (tick != null && tick.cancel(false)) {
            tick();
        }
    }

    ConnectionBook connections() {
        return connections;
    }

    void dropped(DropReason reason) {
        core.observer().dropped(reason, now());
    }

    BrokerSnapshot snapshot() {
        OptionalLong directMemory = allocator instanceof ByteBufAllocatorMetricProvider telling
                ? OptionalLong.of(telling.metric().usedDirectMemory())
                : OptionalLong.empty();
        long now = now();
        return core.overview().snapshot(connections.totals(now), refusedConnections.getAsLong(), sampling.lag(), directMemory, now);
    }

    List<WorkerSnapshot> workers(long after, int most) {
        return core.overview().workers(after, most, now());
    }

    List<ConnectionSnapshot> connections(long after, int most) {
        return connections.list(after, most, now());
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
        endIfDrained();
    }

    void onPeerGone(Peer peer) {
        core.onPeerGone(peer, now());
        flush();
        endIfDrained();
    }

    void onWritable(Peer peer) {
        core.onWritable(peer);
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
        endIfDrained();
    }

    /** A worker is to finish what it holds, and leave; false if there is none of that number. */
    boolean drainWorker(long id) {
        boolean found = core.drainWorker(id, now());
        flush();
        return found;
    }

    /** A worker is told to leave at once; false if there is none of that number. */
    boolean dismissWorker(long id) {
        boolean found = core.dismissWorker(id, now());
        flush();
        endIfDrained();
        return found;
    }

    /** Ends a connection; false if there is none of that number. */
    boolean disconnect(long number) {
        PeerHandler handler = connections.find(number);
        if (handler != null) {
            handler.disconnect();
        }
        return handler != null;
    }

    /** Accepts nothing from here on, and ends when what was accepted has ended, or after some time. */
    CompletableFuture<Boolean> drain(Duration time) {
        Drain begun = drain;
        if (begun == null) {
            channels.close(ServerChannel.class::isInstance);
            begun = new Drain(loop.schedule(() -> end(false), time.toNanos(), TimeUnit.NANOSECONDS));
            drain = begun;
            core.drain(now());
            flush();
            endIfDrained();
        }
        return begun.done;
    }

    private void endIfDrained() {
        if (drain != null && core.isDrained()) {
            end(true);
        }
    }

    private void end(boolean allDone) {
        Drain ending = drain;
        if (ending == null || !ending.begin()) {
            return;
        }
        takeLeave();
        // A last reply may still be on its way out. Who does not read it is not waited for long.
        loop.schedule(() -> channels.close(), LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
        List.copyOf(channels).forEach(this::closeWhenWritten);
        channels.newCloseFuture().addListener(closed -> ending.done.complete(allDone));
    }

    /** Closes a connection when all that was flushed is written: a plain close would drop what the peer has not taken yet. */
    void closeWhenWritten(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null || channel instanceof ServerChannel) {
            channel.close();
        } else {
            first.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Closing the channels makes the core release all that it holds. A channel that is accepted while this goes on is closed as well. */
    ChannelGroupFuture close() {
        takeLeave();
        Drain interrupted = drain;
        ChannelGroupFuture closed = channels.close();
        if (interrupted != null) {
            interrupted.begin();
            closed.addListener(done -> interrupted.done.complete(false));
        }
        return closed;
    }

    private void takeLeave() {
        if (tick != null) {
            tick.cancel(false);
        }
        sampling.stop();
        core.dismissWorkers(now());
        flush();
    }

    long now() {
        return loop.ticker().nanoTime();
    }
}
