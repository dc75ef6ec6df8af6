package io.generaldomo.examples.cli;

import io.generaldomo.examples.config.LogFormat;
import io.generaldomo.examples.config.LogLevel;
import picocli.CommandLine.Option;

/** {@code --verbose}. Takes effect while the command line is read. */
final class VerboseOption {
    private boolean wanted;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log on standard error what happens inside.")
    private void verbose(boolean asked) {
        wanted = asked;
        if (asked) {
            Logging.use(LogFormat.TEXT, LogLevel.DEBUG);
        }
    }

    /** The level that is wanted, or else this one. */
    LogLevel or(LogLevel level) {
        return wanted ? LogLevel.DEBUG : level;
    }
}
