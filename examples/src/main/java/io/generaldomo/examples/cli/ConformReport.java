package io.generaldomo.examples.cli;

import io.generaldomo.spec.conformance.Level;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Report;
import java.util.Locale;

/** What came of the conformance kit's cases, for people: the peer, each failure with its octets, and a summary. */
final class ConformReport {
    private final Console console;

    ConformReport(Console console) {
        this.console = console;
    }

    void tell(Report report) {
        console.say("peer", report.peer().inWords());
        report.outcomes().stream().filter(Outcome::isFailure).forEach(this::tell);
        console.say("passed", Long.toString(report.count(Result.PASSED)));
        console.say("failed", report.count(Result.FAILED) + failures(report));
        console.say("do not apply", Long.toString(report.count(Result.NOT_APPLICABLE)));
        console.say("took", String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0));
    }

    private void tell(Outcome outcome) {
        String level = Choice.word(outcome.of().level());
        console.say("FAILED", outcome.of().id() + " (" + level + ", " + outcome.of().clause() + "): " + outcome.of().title() + "; " + outcome.reason());
        outcome.transcript().forEach(line -> console.say("", line));
    }

    private static String failures(Report report) {
        StringBuilder text = new StringBuilder();
        for (Level level : Level.values()) {
            int count = report.failures(level).size();
            if (count > 0) {
                text.append(text.length() == 0 ? ": " : ", ").append(count).append(' ').append(Choice.word(level));
            }
        }
        return text.toString();
    }
}
