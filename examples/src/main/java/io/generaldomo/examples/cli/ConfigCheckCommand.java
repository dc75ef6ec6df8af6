package io.generaldomo.examples.cli;

import io.generaldomo.examples.config.Sources;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo config check}: what is wrong with a file of settings, in lines as compilers write them. */
@Command(name = "check", description = "Look for mistakes in a file of settings. Each is a line FILE:LINE:COLUMN: KEY: what is wrong; what would be right.")
final class ConfigCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Sources.Found found = Sources.of(file).read();
        if (found.setup().isEmpty()) {
            found.mistakes().forEach(mistake -> console.report(mistake.toString()));
            return ExitCode.USAGE;
        }
        found.setup().get().notes().forEach(console::note);
        console.say(file + ": no mistakes");
        return ExitCode.OK;
    }
}
