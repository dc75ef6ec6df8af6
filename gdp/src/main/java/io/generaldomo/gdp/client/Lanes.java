package io.generaldomo.gdp.client;

import io.generaldomo.gdp.connection.Brokers;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a client. Confined to its event loop.
 *
 * <p>The lane used last is used first, so that few stay warm; those that nobody has needed for long are closed, but for one.
 */
final class Lanes {
    private final RequestQueue queue;
    private final ClientConfig config;
    private final Brokers brokers;
    private final Set<Lane> all = new LinkedHashSet<>();
    /** Those that are ready and have room. */
    private final Deque<Lane> open = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> shrinking;

    Lanes(RequestQueue queue, ClientConfig config, Brokers brokers) {
        this.queue = queue;
        this.config = config;
        this.brokers = brokers;
    }

    /** A lane with room for a request, if there is one. */
    @Nullable Lane find(PendingRequest request) {
        for (Lane lane : open) {
            if (lane.hasRoomFor(request)) {
                return lane;
            }
        }
        return null;
    }

    /** Sends a request where there is room for it. */
    void send(Lane lane, PendingRequest request) {
        lane.send(request);
        if (!lane.hasRoom()) {
            close(lane);
        }
    }

    /** Opens one more, which will take what waits when it is ready, unless there are as many as there may be, or one that is coming may be enough. */
    void open() {
        boolean enough = brokers.dialect().sharesConnections() && all.stream().anyMatch(lane -> !lane.isReady());
        if (all.size() < config.connections() && !enough) {
            all.add(new Lane(queue, this, brokers));
        }
    }

    /** Something on a lane has ended. */
    void onRoom(Lane lane) {
        lane.idleSince = now();
        if (!lane.open) {
            lane.open = true;
            open.push(lane);
        }
        queue.onRoom(lane);
        if (brokers.dialect().sharesConnections() && queue.isWaiting()) {
            open();
        }
        shrinkLater();
    }

    private void close(Lane lane) {
        if (lane.open) {
            lane.open = false;
            open.remove(lane);
        }
    }

    void remove(Lane lane) {
        all.remove(lane);
        close(lane);
    }

    /** It can take no request until it is ready again. */
    void onLost(Lane lane) {
        close(lane);
    }

    void onReady(Lane lane) {
        if (config.retry().causes().contains(RetryPolicy.Cause.BROKER_REPLACED)) {
            List.copyOf(all).stream().filter(other -> other.isReplacedBy(lane)).forEach(Lane::onReplaced);
        }
        onRoom(lane);
    }

    private void shrinkLater() {
        Lane last = open.peekLast();
        if (shrinking == null && all.size() > 1 && last != null) {
            long due = (last.isEmpty() ? last.idleSince : now()) + config.idleTime().toNanos() - now();
            shrinking = brokers.loop().schedule(this::shrink, Math.max(due, 1), TimeUnit.NANOSECONDS);
        }
    }

    private void shrink() {
        shrinking = null;
        Lane last = open.peekLast();
        while (all.size() > 1 && last != null && last.isEmpty() && now() - last.idleSince >= config.idleTime().toNanos()) {
            last.giveUp();
            last = open.peekLast();
        }
        shrinkLater();
    }

    void close() {
        if (shrinking != null) {
            shrinking.cancel(false);
        }
        List.copyOf(all).forEach(Lane::close);
        all.clear();
        open.clear();
    }

    private long now() {
        return brokers.loop().ticker().nanoTime();
    }
}
