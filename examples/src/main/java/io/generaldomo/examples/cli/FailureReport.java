package io.generaldomo.examples.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns every failure into one line on standard error: what is wrong, and what would be right. Never a stack trace, unless {@code --verbose} asks
 * for one. Stateless.
 */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Something that the user wrote is wrong, or cannot be had. */
    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        print(command, failure.getMessage() + advice(failure, command));
        return ExitCode.USAGE;
    }

    /** A defect of ours. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LoggerFactory.getLogger(FailureReport.class).debug("the command failed", failure);
        print(command, "unexpected " + failure + " (--verbose says more)");
        return ExitCode.SOFTWARE;
    }

    private static String advice(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        if (failure instanceof UnmatchedArgumentException && !command.getSubcommands().isEmpty()) {
            return "; the commands are " + String.join(", ", command.getSubcommands().keySet());
        }
        boolean ofTheParser = failure.getClass() != ParameterException.class;
        return ofTheParser ? "; " + command.getCommandSpec().qualifiedName() + " --help shows what there is" : "";
    }

    private static void print(CommandLine command, String message) {
        String line = message.replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(Console.ERR.string("@|bold,red " + command.getCommandSpec().qualifiedName() + ":|@ ") + line);
    }
}
