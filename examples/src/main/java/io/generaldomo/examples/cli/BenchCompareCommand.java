package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.Machine;
import io.generaldomo.examples.bench.compare.Comparison;
import io.generaldomo.examples.bench.compare.Row;
import io.generaldomo.examples.bench.compare.RowJson;
import io.generaldomo.examples.bench.plot.RatioChart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo bench compare}: the table of what is to be reached, and what is reached. */
@Command(
        name = "compare",
        description = "Measure ours beside JeroMQ, libzmq and NATS, and print what is reached of what is to be reached. Takes less than ten minutes, and wants the "
                + "machine for itself.")
final class BenchCompareCommand implements Callable<Integer> {
    private static final List<String> HEAD = List.of("WHAT", "AGAINST", "OURS", "THEIRS", "FIGURE", "TARGET", "");
    private static final Set<Integer> RIGHT = Set.of(4);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "WORD",
            defaultValue = "",
            description = "Measure only what has this in its name, such as CURVE, echo or memory (default: everything).")
    private String word;

    @Mixin
    private BenchPace pace;

    @Mixin
    private BenchOutput output;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Console console = new Console(spec.commandLine());
        long began = System.nanoTime();
        List<Row> rows = measure(console);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (output.isJson()) {
            console.say(RowJson.of(rows, pace.pace()));
        } else {
            print(console, rows, took);
        }
        if (output.plot() != null) {
            output.plot().write(RatioChart.of(rows));
        }
        return ExitCode.OK;
    }

    private List<Row> measure(Console console) throws InterruptedException {
        Comparison comparison = new Comparison(word);
        int steps = comparison.steps(pace.pace());
        if (steps == 0) {
            throw new ParameterException(spec.commandLine(), "nothing that is measured has '" + word + "' in its name");
        }
        int[] done = {0};
        try (ProgressLine progress = console.progress("measuring", steps, false)) {
            return comparison.measure(pace.pace(), () -> progress.at(++done[0]));
        }
    }

    private void print(Console console, List<Row> rows, Duration took) {
        console.say(pace.toString());
        Machine.facts().forEach(console::say);
        TextTable.print(console, HEAD, rows.stream().map(BenchCompareCommand::cells).toList(), RIGHT);
        long met = rows.stream().filter(row -> row.outcome() == Row.Outcome.MET).count();
        console.say(String.format(
                Locale.ROOT, "%d of %d targets met, measured in %d min %d s", met, rows.size(), took.toMinutes(), took.toSecondsPart()));
    }

    private static List<String> cells(Row row) {
        String figure = row.figure().isPresent() ? Figures.digits(row.figure().getAsDouble()) + " " + row.unit() : "";
        String outcome = row.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(row.what(), row.against(), row.ours(), row.theirs(), figure, row.bound().toString(), outcome);
    }
}
