package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Pace;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How long and how often: {@code --duration}, {@code --warm-up}, {@code --runs}. */
final class BenchPace {
    @Option(
            names = "--duration",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "1000",
            description = "Milliseconds of each run (default: ${DEFAULT-VALUE}).")
    private int duration;

    @Option(
            names = "--warm-up",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "8000",
            description = "Most milliseconds of traffic before the first run, which begins as soon as rates stand still (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "5",
            description = "Runs of each, in turn; the medians are shown (default: ${DEFAULT-VALUE}).")
    private int runs;

    Pace pace() {
        return new Pace(Duration.ofMillis(warmUp), Duration.ofMillis(duration), runs);
    }

    /** For people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "medians of %d runs of %.1f s each, in turn, after %.1f s of warm-up at the most", runs, duration / 1e3, warmUp / 1e3);
    }
}
