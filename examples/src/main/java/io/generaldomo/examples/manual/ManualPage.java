package io.generaldomo.examples.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of section 1 about a command, in the {@code man} macros of {@link Troff}. Confined to one thread. */
final class ManualPage {
    private final CommandLine command;
    private final CommandSpec spec;

    ManualPage(CommandLine command) {
        this.command = command;
        this.spec = command.getCommandSpec();
    }

    /** What one asks {@code man} for: the names of the command, joined. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text(String version) {
        Troff page = new Troff(name().toUpperCase(Locale.ROOT), "generaldomo " + version);
        page.section("NAME").text(name() + " - " + summary(spec));
        page.section("SYNOPSIS").text(synopsis());
        page.section("DESCRIPTION").text(String.join(" ", spec.usageMessage().description()));
        describeArguments(page);
        describeCommands(page);
        page.section("EXIT STATUS");
        page.item(Troff.bold("0")).text("Done; for what runs until it is told to end, also: ended by SIGINT or SIGTERM.");
        page.item(Troff.bold("1")).text("Something that was asked for is missing or failed.");
        page.item(Troff.bold("2")).text("A mistake, which a line on standard error explains.");
        describeEnvironment(page);
        String others = others();
        if (!others.isEmpty()) {
            page.section("SEE ALSO").raw(others);
        }
        return page.toString();
    }

    /** The first sentence, as a name line has it. */
    private static String summary(CommandSpec spec) {
        String description = String.join(" ", spec.usageMessage().description());
        int end = description.indexOf(". ");
        return (end < 0 ? description : description.substring(0, end)).replaceFirst("\\.$", "");
    }

    private String synopsis() {
        Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        return help.synopsis(0).strip().replaceAll("\\s+", " ");
    }

    private void describeArguments(Troff page) {
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        arguments.addAll(spec.options());
        arguments.removeIf(ArgSpec::hidden);
        if (!arguments.isEmpty()) {
            page.section("OPTIONS");
        }
        for (ArgSpec argument : arguments) {
            page.item(argument instanceof OptionSpec option ? head(option) : Troff.italic(((PositionalParamSpec) argument).paramLabel()))
                    .text(String.join(" ", argument.description()));
        }
    }

    private static String head(OptionSpec option) {
        String names = List.of(option.names()).stream().map(Troff::bold).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " " + Troff.italic(option.paramLabel());
    }

    private void describeCommands(Troff page) {
        if (!command.getSubcommands().isEmpty()) {
            page.section("COMMANDS");
        }
        command.getSubcommands().values().forEach(below ->
                page.item(reference(below.getCommandSpec())).text(summary(below.getCommandSpec()) + "."));
    }

    private void describeEnvironment(Troff page) {
        page.section("ENVIRONMENT");
        page.item(Troff.bold("GENERALDOMO_OPTS")).text("Options for the JVM, such as -Xmx512m.");
        page.item(Troff.bold("JAVA_HOME")).text("The Java to use.");
        if (spec.findOption("--config") != null) {
            page.item(Troff.bold("GENERALDOMO_CONFIG")).text("The file of settings, if --config names none.");
            page.item(Troff.bold("GENERALDOMO_LIMITS_CONNECTIONS") + " and others")
                    .text("A variable for each key of that file, which counts before the file: the key in capitals.");
        }
    }

    private String others() {
        if (spec.parent() == null) {
            return "";
        }
        return reference(spec.parent());
    }

    private static String reference(CommandSpec spec) {
        return Troff.bold(spec.qualifiedName("-")) + "(1)";
    }
}
