package io.generaldomo.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code generaldomo bench}: names what can be measured. */
@Command(
        name = "bench",
        description = "Measure how fast messages go, ours and those of others, each role in a process of its own, over TCP on the loopback interface.",
        subcommands = {BenchThrCommand.class, BenchLatCommand.class, BenchPubCommand.class, BenchBrokerCommand.class, BenchCompareCommand.class})
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a command: says which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
