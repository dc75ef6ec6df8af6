package io.generaldomo.examples.admin;

import org.HdrHistogram.Histogram;

/** What happened to a service since the last sample. Confined to the broker's event loop. */
final class Second {
    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final double MILLI = 1000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 2);
    long requests;
    long replies;
    long failures;

    void replied(long nanos) {
        replies++;
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1000)));
    }

    /** Milliseconds that so many in a hundred replies took at most. */
    double percentile(double percent) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percent) / MILLI;
    }

    void clear() {
        micros.reset();
        requests = 0;
        replies = 0;
        failures = 0;
    }
}
