package io.generaldomo.examples.cli;

import picocli.CommandLine.Option;

/**
 * {@code --verbose}. Takes effect while the command line is read, because slf4j-simple looks at the level when the first logger is made: no command
 * may have a logger in a static field.
 */
final class VerboseOption {
    @Option(
            names = {"-v", "--verbose"},
            description = "Log on standard error what happens inside.")
    private void verbose(boolean wanted) {
        if (wanted) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
        }
    }
}
