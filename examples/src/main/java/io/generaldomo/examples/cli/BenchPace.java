package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Pace;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long and how often: {@code --duration}, {@code --warm-up}, {@code --runs}. */
final class BenchPace {
    @Option(
            names = "--duration",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "2000",
            description = "Milliseconds of each run (default: ${DEFAULT-VALUE}).")
    private int duration;

    @Option(
            names = "--warm-up",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "3000",
            description = "Milliseconds of traffic before the first run (default: ${DEFAULT-VALUE}).")
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
}
