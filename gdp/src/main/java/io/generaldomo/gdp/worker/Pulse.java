package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The heartbeats of a registration: sends them at each interval, and tells when the broker has none. Confined to the worker's event loop. */
final class Pulse {
    private final EventLoop loop;
    private final HeartbeatPolicy policy;
    private final Runnable beat;
    private final Runnable onSilence;
    private @Nullable ScheduledFuture<?> beating;
    private long heardAt;

    Pulse(EventLoop loop, HeartbeatPolicy policy, Runnable beat, Runnable onSilence) {
        this.loop = loop;
        this.policy = policy;
        this.beat = beat;
        this.onSilence = onSilence;
    }

    void start() {
        heard();
        long nanos = policy.interval().toNanos();
        beating = loop.scheduleAtFixedRate(this::onInterval, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** The broker sent something. */
    void heard() {
        heardAt = loop.ticker().nanoTime();
    }

    void stop() {
        if (beating != null) {
            beating.cancel(false);
            beating = null;
        }
    }

    private void onInterval() {
        if (loop.ticker().nanoTime() - heardAt > policy.expiry().toNanos()) {
            onSilence.run();
        } else {
            beat.run();
        }
    }
}
