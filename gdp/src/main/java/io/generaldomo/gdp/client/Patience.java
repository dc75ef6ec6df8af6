package io.generaldomo.gdp.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long requests may wait: all the same time, so that the one that began first is the first whose time is over, and one timer is enough for all.
 * The timer is not moved when a request has its reply, as nearly all have long before; it looks again when it fires. Confined to the
 * client's event loop.
 */
final class Patience {
    private final EventLoop loop;
    private final long nanos;
    private final Consumer<PendingRequest> onOver;
    private final Set<PendingRequest> waiting = new LinkedHashSet<>();
    private @Nullable ScheduledFuture<?> timer;

    Patience(EventLoop loop, long nanos, Consumer<PendingRequest> onOver) {
        this.loop = loop;
        this.nanos = nanos;
        this.onOver = onOver;
    }

    /** A request begins to wait, now, or anew. */
    void begin(PendingRequest request) {
        request.awaitedSince = loop.ticker().nanoTime();
        waiting.remove(request);
        waiting.add(request);
        if (timer == null) {
            check();
        }
    }

    /** It does not wait any more. */
    void end(PendingRequest request) {
        waiting.remove(request);
    }

    void close() {
        waiting.clear();
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void check() {
        timer = null;
        while (timer == null && !waiting.isEmpty()) {
            PendingRequest first = waiting.iterator().next();
            long left = first.awaitedSince + nanos - loop.ticker().nanoTime();
            if (left > 0) {
                timer = loop.schedule(this::check, left, TimeUnit.NANOSECONDS);
                return;
            }
            waiting.remove(first);
            onOver.accept(first);
        }
    }
}
