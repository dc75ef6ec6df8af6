package io.generaldomo.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code generaldomo tripping}. */
@Command(name = "tripping", description = "Measure round trips.")
final class TrippingCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
