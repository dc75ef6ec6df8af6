package io.generaldomo.gdp.broker;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Once a second, tells how late the event loop comes to it. Confined to the broker's event loop. */
final class Sampling {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop loop;
    private final Consumer<Duration> sample;
    private @Nullable ScheduledFuture<?> next;
    private long due;
    private Duration lag = Duration.ZERO;

    Sampling(EventLoop loop, Consumer<Duration> sample) {
        this.loop = loop;
        this.sample = sample;
    }

    void start() {
        due = loop.ticker().nanoTime() + SECOND;
        next = loop.schedule(this::take, SECOND, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }

    /** How late it was the last time. */
    Duration lag() {
        return lag;
    }

    private void take() {
        lag = Duration.ofNanos(Math.max(0, loop.ticker().nanoTime() - due));
        start();
        sample.accept(lag);
    }
}
