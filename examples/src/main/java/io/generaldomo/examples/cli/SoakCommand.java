package io.generaldomo.examples.cli;

import io.generaldomo.examples.config.LogFormat;
import io.generaldomo.examples.config.LogLevel;
import io.generaldomo.examples.soak.Soak;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generaldomo soak}: a broker under visitors and attackers, and what is left when they have gone. */
@Command(
        name = "soak",
        description = "Run a CURVE broker on the loopback interface, and measure a client's round trips: in a quiet time, beside attackers (wrong keys, 500 silent "
                + "connections, slow ones), and beside clients and workers that come and go or are killed, and garbage, as well. Exits with 1 if anything is left over "
                + "at the end, a request was lost, or the attackers disturbed the client.")
final class SoakCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "600",
            description = "How long (default: ${DEFAULT-VALUE}); a minute more for the beginning and the end.")
    private int seconds;

    @Option(
            names = "--visitors",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "200",
            description = "Clients and workers at the same time (default: ${DEFAULT-VALUE}).")
    private int visitors;

    @Override
    public Integer call() throws InterruptedException {
        // Every attack is a line of the log, and thousands are expected.
        Logging.use(LogFormat.TEXT, LogLevel.ERROR);
        Console console = new Console(spec.commandLine());
        Soak soak = new Soak(Duration.ofSeconds(seconds), visitors, (what, time) -> pass(console, what, time));
        return new SoakReport(console, soak.run()).tell() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void pass(Console console, String what, Duration time) throws InterruptedException {
        long total = Math.max(1, time.toSeconds());
        console.note(what + ", " + total + " s");
        long start = System.nanoTime();
        try (ProgressLine progress = console.progress(what, (int) total, false)) {
            for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = Duration.ofNanos(System.nanoTime() - start)) {
                progress.at((int) Math.min(total, passed.toSeconds()));
                TimeUnit.MILLISECONDS.sleep(Math.min(LOOK_MILLIS, time.minus(passed).toMillis() + 1));
            }
        }
    }
}
