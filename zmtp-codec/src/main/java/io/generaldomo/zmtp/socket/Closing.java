package io.generaldomo.zmtp.socket;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a socket ends, or some of its channels: connected peers get what is queued for them, as far as the linger time goes; all other channels are closed
 * at once. Confined to the socket's event loop, except {@link #watch}, {@link #begin} and {@link #beginAndWait}.
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
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
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
        end(channel -> true);
        allTold = true;
        endIfAllGone();
    }

    /**
     * Ends some of the channels, and the links that they belong to.
     *
     * @return completes when they are closed, and the ports of those that were bound are free
     */
    CompletableFuture<Void> end(Predicate<? super Channel> which) {
        Set<Channel> ending = channels.stream().filter(which).collect(Collectors.toSet());
        List<LivePeer> peers = table.peers().stream().filter(peer -> ending.contains(peer.channel())).toList();
        CompletableFuture<?>[] closed = ending.stream().map(Closing::whenClosed).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> gone = CompletableFuture.allOf(closed);
        Set<Channel> lingering = linger.isZero() ? Set.of() : peers.stream().map(LivePeer::channel).collect(Collectors.toSet());
        ending.stream().filter(channel -> !lingering.contains(channel)).forEach(Channel::close);
        peers.forEach(peer -> {
            peer.resumeReading();
            peer.link().end();
        });
        if (!lingering.isEmpty()) {
            Future<?> deadline = loop.schedule(() -> lingering.forEach(Channel::close), linger.toNanos(), TimeUnit.NANOSECONDS);
            gone.thenRun(() -> deadline.cancel(false));
        }
        return gone.thenCompose(all -> afterSelect());
    }

    private static CompletableFuture<Void> whenClosed(Channel channel) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        channel.closeFuture().addListener(done -> closed.complete(null));
        return closed;
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
        last.run();
        afterSelect().thenRun(() -> ended.complete(null));
    }

    /** The JDK gives a closed channel's port back at the next select, and an event loop selects before it gets to what is scheduled now. */
    private CompletableFuture<Void> afterSelect() {
        CompletableFuture<Void> selected = new CompletableFuture<>();
        if (loop.isShutdown()) {
            selected.complete(null);
        } else {
            loop.schedule(() -> {}, 0, TimeUnit.NANOSECONDS).addListener(done -> selected.complete(null));
        }
        return selected;
    }
}
