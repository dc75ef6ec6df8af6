package io.generaldomo.examples.manual;

import io.generaldomo.examples.cli.Generaldomo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes the manual pages of all commands, and what bash and zsh complete, from the options that the commands have: the build starts {@link #main}.
 * Stateless.
 */
public final class Manual {
    private Manual() {}

    /**
     * Writes the files as they lie below {@code share}.
     *
     * @param args that directory, and the version that the pages are about
     * @throws IOException if they cannot be written
     */
    public static void main(String... args) throws IOException {
        Path share = Path.of(args[0]);
        CommandLine generaldomo = Generaldomo.commandLine();
        writePages(generaldomo, Files.createDirectories(share.resolve("man/man1")), args[1]);
        Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve("generaldomo"), AutoComplete.bash("generaldomo", generaldomo));
    }

    private static void writePages(CommandLine command, Path directory, String version) throws IOException {
        ManualPage page = new ManualPage(command);
        Files.writeString(directory.resolve(page.name() + ".1"), page.text(version));
        for (CommandLine below : command.getSubcommands().values()) {
            writePages(below, directory, version);
        }
    }
}
