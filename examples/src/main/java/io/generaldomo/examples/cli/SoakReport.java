package io.generaldomo.examples.cli;

import io.generaldomo.examples.soak.Footprint;
import io.generaldomo.examples.soak.Soak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Tells what came of a soak, and whether it is as it should be. */
final class SoakReport {
    private static final long MEBI = 1 << 20;
    /** What a JVM and an allocator may hold more or less without a leak; a leak grows with the time. */
    private static final long SLACK = 8 * MEBI;
    private static final double P99 = 99;
    /** Who is slowed down by more than this at the 99th percentile is disturbed. */
    private static final double DISTURBED_MILLIS = 10;

    private final Console console;
    private final Soak.Outcome outcome;
    private final List<String> faults = new ArrayList<>();

    SoakReport(Console console, Soak.Outcome outcome) {
        this.console = console;
        this.outcome = outcome;
    }

    /** Prints it, a verdict at the end; true if nothing is at fault. */
    boolean tell() {
        tellFootprints(outcome.before(), outcome.after());
        tellRoundTrips();
        console.say(String.format(Locale.ROOT, "%,d visits, %,d replies to them; %,d silent, slow and garbage connections",
                outcome.visits(), outcome.replies(), outcome.hostile()));
        if (faults.isEmpty()) {
            console.say("passed: nothing is left over, no request was lost, attackers disturb nobody");
        } else {
            console.say("failed: " + String.join("; ", faults));
        }
        return faults.isEmpty();
    }

    private void tellFootprints(Footprint before, Footprint after) {
        console.head(row("", "before", "after"));
        console.say(row("heap", mebi(before.heap()), mebi(after.heap())));
        console.say(row("direct", mebi(before.direct()), mebi(after.direct())));
        console.say(row("threads", before.threads(), after.threads()));
        console.say(row("files", before.files(), after.files()));
        bound("heap", after.heap() - before.heap(), SLACK);
        bound("direct memory", after.direct() - before.direct(), SLACK);
        bound("threads", after.threads() - before.threads(), 0);
        bound("file descriptors", after.files() - before.files(), 0);
    }

    private void bound(String what, long more, long most) {
        if (more > most) {
            faults.add(String.format(Locale.ROOT, "%s: %,d more than before", what, more));
        }
    }

    private void tellRoundTrips() {
        console.head(row("round trip", "quiet", "attacked", "crowded"));
        tellMillis("p50", trips -> trips.getValueAtPercentile(50));
        tellMillis("p99", trips -> trips.getValueAtPercentile(P99));
        tellMillis("p99.9", trips -> trips.getValueAtPercentile(99.9));
        tellMillis("longest", Histogram::getMaxValue);
        console.say(row("number", outcome.quiet().getTotalCount(), outcome.attacked().getTotalCount(), outcome.crowded().getTotalCount()));
        if (outcome.lost() > 0) {
            faults.add(outcome.lost() + " requests were lost");
        }
        double slower = (outcome.attacked().getValueAtPercentile(P99) - outcome.quiet().getValueAtPercentile(P99)) / 1e6;
        if (slower > DISTURBED_MILLIS) {
            faults.add(String.format(Locale.ROOT, "attackers slow one round trip in a hundred down by %.0f ms or more", slower));
        }
    }

    private void tellMillis(String name, ToDoubleFunction<Histogram> nanos) {
        console.say(row(name, millis(nanos, outcome.quiet()), millis(nanos, outcome.attacked()), millis(nanos, outcome.crowded())));
    }

    private static String row(String label, Object... values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-11s", label));
        for (Object value : values) {
            row.append(String.format(Locale.ROOT, " %12s", value));
        }
        return row.toString();
    }

    private static String mebi(long octets) {
        return String.format(Locale.ROOT, "%.1f MiB", (double) octets / MEBI);
    }

    private static String millis(ToDoubleFunction<Histogram> nanos, Histogram trips) {
        return String.format(Locale.ROOT, "%.2f ms", nanos.applyAsDouble(trips) / 1e6);
    }
}
