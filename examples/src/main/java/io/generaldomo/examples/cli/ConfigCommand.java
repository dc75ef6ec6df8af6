package io.generaldomo.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code generaldomo config}: the settings of a broker, which its subcommands check and show. */
@Command(name = "config", description = "Check and show the settings of a broker.", synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a subcommand: says which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
