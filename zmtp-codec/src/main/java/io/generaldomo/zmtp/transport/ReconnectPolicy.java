package io.generaldomo.zmtp.transport;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again: doubled after each failure up to a cap, with jitter, so that many peers of a broker that restarts
 * do not come back in step.
 *
 * @param initial wait after the first loss or failure
 * @param longest cap of the wait
 */
public record ReconnectPolicy(Duration initial, Duration longest) {
    /** 100 milliseconds to 10 seconds. */
    public static final ReconnectPolicy DEFAULT = new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(10));

    private static final int MOST_DOUBLINGS = 30;

    /**
     * Checks the policy.
     *
     * @param initial as above
     * @param longest as above
     * @throws IllegalArgumentException if a time is not positive, or the cap is below the initial wait
     */
    public ReconnectPolicy {
        if (initial.isNegative() || initial.isZero() || longest.compareTo(initial) < 0) {
            throw new IllegalArgumentException("reconnecting needs a positive initial wait, and a cap not below it");
        }
    }

    /**
     * The wait before an attempt.
     *
     * @param failures attempts that failed in a row, 0 after the loss of a connection that worked
     * @param random source of the jitter
     * @return between half of and the whole of the doubled and capped wait
     */
    public Duration delay(int failures, RandomGenerator random) {
        long doubled = initial.toNanos() << Math.min(failures, MOST_DOUBLINGS);
        boolean overflown = doubled >> Math.min(failures, MOST_DOUBLINGS) != initial.toNanos();
        long wait = overflown ? longest.toNanos() : Math.min(doubled, longest.toNanos());
        return Duration.ofNanos(wait / 2 + random.nextLong(wait / 2 + 1));
    }
}
