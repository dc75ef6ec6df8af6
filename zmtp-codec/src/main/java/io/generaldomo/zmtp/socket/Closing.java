package io.generaldomo.zmtp.socket;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a socket ends: connected peers get what is queued for them, as far as the linger time goes; all other channels are closed at once. Confined to
 * the socket's event loop, except {@link #watch}, {@link #begin} and {@link #beginAndWait}.
 */
final class Closing {
    /** What {@link #beginAndWait} allows the event loop on top of the linger time. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final Duration linger;
    private final RoutingTable table;
    private final Runnable first;
    private final Runnable last;
    private final ChannelGroup channels;
    private final Set<LivePeer> finishing = new HashSet<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Future<?> deadline;
    private volatile boolean begun;
    /** Channels may close while {@link #start} is still telling them to. */
    private boolean allTold;
    private boolean allGone;

    Closing(EventLoop loop, Duration linger, RoutingTable table, Runnable first, Runnable last) {
        this.loop = loop;
        this.linger = linger;
        this.table = table;
        this.first = first;
        this.last = last;
        this.channels = new DefaultChannelGroup(loop);
    }

    boolean hasBegun() {
        return begun;
    }

    /** Every channel of the socket has to be known here before it becomes active. */
    void watch(Channel channel) {
        channels.add(channel);
        channel.closeFuture().addListener(closed -> endIfAllGone());
    }

    CompletableFuture<Void> begin() {
        if (loop.inEventLoop()) {
            start();
            return ended.copy();
        }
        try {
            loop.execute(this::start);
        } catch (RejectedExecutionException e) {
            // The event loop has ended before its socket, and has closed the channels. What is left is in memory.
            loop.terminationFuture().addListener(done -> start());
        }
        return ended.copy();
    }

    void beginAndWait() {
        CompletableFuture<Void> done = begin();
        if (loop.inEventLoop()) {
            return;
        }
        try {
            done.get(linger.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Never exceptional; late only if a callback blocks the event loop, which is not made better by waiting for it here.
            return;
        }
    }

    private void start() {
        if (begun) {
            return;
        }
        begun = true;
        first.run();
        List<LivePeer> peers = table.peers();
        Set<Channel> lingering = peers.stream().map(LivePeer::channel).collect(Collectors.toSet());
        List.copyOf(channels).stream().filter(channel -> !lingering.contains(channel)).forEach(Channel::close);
        if (linger.isZero()) {
            channels.close();
        } else if (!channels.isEmpty()) {
            deadline = loop.schedule(() -> channels.close(), linger.toNanos(), TimeUnit.NANOSECONDS);
            peers.forEach(this::finishOne);
        }
        allTold = true;
        endIfAllGone();
    }

    private void finishOne(LivePeer peer) {
        peer.resumeReading();
        peer.link().drain();
        drained(peer);
    }

    void drained(LivePeer peer) {
        if (peer.link().isEmpty() && finishing.add(peer)) {
            peer.finish();
        }
    }

    void lost() {
        endIfAllGone();
    }

    /** A channel is closed a moment before its handlers are told; both must have happened. */
    private void endIfAllGone() {
        if (!allTold || !channels.isEmpty() || !table.isEmpty() || allGone) {
            return;
        }
        allGone = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
        last.run();
        if (loop.isShutdown()) {
            ended.complete(null);
        } else {
            // The JDK gives a closed channel's port back at the next select, and an event loop selects before it gets to what is scheduled now.
            loop.schedule(() -> {}, 0, TimeUnit.NANOSECONDS).addListener(selected -> ended.complete(null));
        }
    }
}
