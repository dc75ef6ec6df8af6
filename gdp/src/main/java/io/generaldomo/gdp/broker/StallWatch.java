package io.generaldomo.gdp.broker;

/**
 * Tells whether the broker itself slept: a tick that comes later than asked by more than a heartbeat interval. What peers sent meanwhile may not be read
 * yet, so nobody may be taken for silent before they had the time to be heard. Confined to the broker's event loop.
 */
final class StallWatch {
    private final long tolerance;
    private final long grace;
    private boolean started;
    private boolean waiting;
    private long expected;
    private long graceEnd;

    /** Calls a tick late after {@code tolerance}, and then gives peers {@code grace} nanoseconds. */
    StallWatch(long tolerance, long grace) {
        this.tolerance = tolerance;
        this.grace = grace;
    }

    /** A tick came. True if the broker slept until now. */
    boolean slept(long nowNanos) {
        boolean late = started && nowNanos - expected > tolerance;
        if (late) {
            waiting = true;
            graceEnd = nowNanos + grace;
        } else if (waiting && nowNanos - graceEnd >= 0) {
            waiting = false;
        }
        return late;
    }

    /** Whether peers have still time to be heard. */
    boolean isWaiting() {
        return waiting;
    }

    /** The next tick is to come then, or when peers have had their time. */
    long expect(long deadlineNanos) {
        started = true;
        expected = waiting && graceEnd - deadlineNanos < 0 ? graceEnd : deadlineNanos;
        return expected;
    }
}
