package io.generaldomo.examples.cli;

import io.generaldomo.examples.soak.Footprint;
import io.generaldomo.examples.soak.Soak;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generaldomo soak}: a broker under visitors and attackers, and what is left when they have gone. */
@Command(
        name = "soak",
        description = "Run a CURVE broker with clients and workers that come and go, kills, garbage, silent and slow connections and wrong keys, all on the "
                + "loopback interface. Exits with 1 if anything is left over, or a request was lost.")
final class SoakCommand implements Callable<Integer> {
    private static final long MEBI = 1 << 20;
    /** What a JVM and an allocator may hold more or less without a leak; a leak grows with the time. */
    private static final long SLACK = 8 * MEBI;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "600",
            description = "How long (default: ${DEFAULT-VALUE}); half a minute more for the beginning and the end.")
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
        System.setProperty("org.slf4j.simpleLogger.log.io.generaldomo", "error");
        Console console = new Console(spec.commandLine());
        Soak.Outcome outcome = new Soak(Duration.ofSeconds(seconds), visitors, console::note).run();
        Footprint before = outcome.before();
        Footprint after = outcome.after();
        console.head(line("", "before", "after"));
        console.say(line("heap", mebi(before.heap()), mebi(after.heap())));
        console.say(line("direct", mebi(before.direct()), mebi(after.direct())));
        console.say(line("threads", before.threads(), after.threads()));
        console.say(line("files", before.files(), after.files()));
        console.head(line("round trip", "quiet", "attacked"));
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            console.say(line(
                    percentile == 100 ? "longest" : String.format(Locale.ROOT, "p%s", percentile == 99.9 ? "99.9" : (int) percentile),
                    millis(outcome.quiet(), percentile), millis(outcome.attacked(), percentile)));
        }
        console.say(line("number", outcome.quiet().getTotalCount(), outcome.attacked().getTotalCount()));
        console.say(String.format(Locale.ROOT, "%,d visits, %,d replies to them, %,d hostile connections, %d requests of the probe lost",
                outcome.visits(), outcome.replies(), outcome.attacks(), outcome.failures()));
        boolean nothingLeft = after.heap() - before.heap() < SLACK && after.direct() - before.direct() < SLACK
                && after.threads() <= before.threads() && after.files() <= before.files();
        return nothingLeft && outcome.failures() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String line(String label, Object left, Object right) {
        return String.format(Locale.ROOT, "%-11s %12s %12s", label, left, right);
    }

    private static String mebi(long octets) {
        return String.format(Locale.ROOT, "%.1f MiB", (double) octets / MEBI);
    }

    private static String millis(Histogram nanos, double percentile) {
        return String.format(Locale.ROOT, "%.2f ms", nanos.getValueAtPercentile(percentile) / 1e6);
    }
}
