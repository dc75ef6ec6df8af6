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
    private final ClientConfig config;
    private final Brokers brokers;
    private final Set<Lane> all = new LinkedHashSet<>();
    private final Deque<Lane> idle = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> shrinking;

    Lanes(ClientConfig config, Brokers brokers) {
        this.config = config;
        this.brokers = brokers;
    }

    /** Takes an idle lane, if there is one. */
    @Nullable Lane poll() {
        return idle.poll();
    }

    /** Opens one more, which will tell when it is ready, unless there are as many as there may be. */
    void open(RequestQueue queue) {
        if (all.size() < config.connections()) {
            all.add(new Lane(queue, this, brokers));
        }
    }

    void park(Lane lane) {
        lane.idleSince = now();
        idle.push(lane);
        shrinkLater();
    }

    void remove(Lane lane) {
        all.remove(lane);
        idle.remove(lane);
    }

    /** It can take no request until it is ready again. */
    void onLost(Lane lane) {
        idle.remove(lane);
    }

    void onReady(Lane lane) {
        if (config.retry().causes().contains(RetryPolicy.Cause.BROKER_REPLACED)) {
            List.copyOf(all).stream().filter(other -> other.isReplacedBy(lane)).forEach(Lane::onReplaced);
        }
    }

    private void shrinkLater() {
        if (shrinking == null && all.size() > 1 && !idle.isEmpty()) {
            long due = idle.getLast().idleSince + config.idleTime().toNanos() - now();
            shrinking = brokers.loop().schedule(this::shrink, Math.max(due, 1), TimeUnit.NANOSECONDS);
        }
    }

    private void shrink() {
        shrinking = null;
        while (all.size() > 1 && !idle.isEmpty() && now() - idle.getLast().idleSince >= config.idleTime().toNanos()) {
            idle.getLast().giveUp();
        }
        shrinkLater();
    }

    void close() {
        if (shrinking != null) {
            shrinking.cancel(false);
        }
        List.copyOf(all).forEach(Lane::close);
        all.clear();
        idle.clear();
    }

    private long now() {
        return brokers.loop().ticker().nanoTime();
    }
}
