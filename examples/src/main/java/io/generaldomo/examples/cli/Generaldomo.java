package io.generaldomo.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code generaldomo} command: names the others. {@code bin/generaldomo} starts {@link #main}.
 */
@Command(
        name = "generaldomo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Generaldomo implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Made by {@link #commandLine()}. */
    private Generaldomo() {}

    /**
     * The whole command line, ready to be executed.
     *
     * @return a command line that reports every failure in one line
     */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Generaldomo());
        line.getCommandSpec().usageMessage().description("ZMTP and the Majordomo family in pure Java: a broker, a worker, a client.");
        line.addSubcommand(new DemoCommand())
                .addSubcommand(SettingOptions.addTo(new BrokerCommand()))
                .addSubcommand(new EchoCommand())
                .addSubcommand(new ClientCommand())
                .addSubcommand(new MmiCommand())
                .addSubcommand(new TopCommand())
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigCheckCommand())
                        .addSubcommand(SettingOptions.addTo(new ConfigShowCommand())))
                .addSubcommand(new KeygenCommand())
                .addSubcommand(new PasswdCommand())
                .addSubcommand(new BenchCommand())
                .addSubcommand(new ConformCommand())
                .addSubcommand(new SniffCommand())
                .addSubcommand(new SoakCommand());
        FailureReport report = new FailureReport();
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(Console.OUT))
                .setParameterExceptionHandler(report)
                .setExecutionExceptionHandler(report);
    }

    /**
     * Runs a command and exits with its code.
     *
     * @param args a command, its options and its parameters
     */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** Without a command: says which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
