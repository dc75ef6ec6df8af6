package io.generaldomo.examples.bench;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param warmUp traffic before the first run, which is not measured
 * @param time of each run
 * @param runs how many
 */
public record Pace(Duration warmUp, Duration time, int runs) {}
