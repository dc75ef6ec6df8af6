package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.plot.PictureFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where figures go besides the table: {@code --json}, {@code --plot}. */
final class BenchOutput {
    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            converter = PictureFileName.class,
            description = "Draw the figures into a file, whose name ends in .svg or .png.")
    private @Nullable PictureFile plot;

    boolean isJson() {
        return json;
    }

    @Nullable PictureFile plot() {
        return plot;
    }
}
