package io.generaldomo.gdp.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/** Where the histograms of times have their bounds: three a decade, so that a service costs few time series. */
final class Buckets {
    static final Duration[] TIMES = LongStream.of(
                    200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 60_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
            .toArray(Duration[]::new);

    private Buckets() {}
}
