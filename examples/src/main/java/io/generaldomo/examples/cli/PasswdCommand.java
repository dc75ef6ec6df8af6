package io.generaldomo.examples.cli;

import io.generaldomo.examples.keys.OwnersFile;
import io.generaldomo.zmtp.authentication.PasswordHash;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo passwd}: gives a user of PLAIN a password, in the file that {@code broker --plain-users} reads. */
@Command(
        name = "passwd",
        description = "Give a user a password, in a file for broker --plain-users. Asks for it on a terminal, else reads a line of standard input.")
final class PasswdCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private VerboseOption verbose;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file with the users; it is made if it is not there. Only hashes of passwords are in it.")
    private Path file;

    @Parameters(index = "1", paramLabel = "USER", description = "Who; a password that the user has already is replaced.")
    private String user;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try {
            UserLines users = UserLines.in(file);
            boolean known = users.has(user); // complains of a bad name before a password is asked for
            UserLines changed = users.with(user, PasswordHash.of(Password.ask(user)));
            OwnersFile.replace(file, changed.text());
            console.say("user", user + " in " + file + (known ? ", with a new password" : ""));
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw mistake(e.getMessage());
        } catch (NoSuchFileException e) {
            throw mistake("there is no directory for " + file);
        } catch (CharacterCodingException e) {
            throw mistake(file + " is not text in UTF-8");
        } catch (FileAlreadyExistsException e) {
            throw mistake("somebody else writes " + e.getFile() + " now; if not, delete it");
        } catch (IOException e) {
            throw mistake("cannot write " + file + ": " + e.getMessage());
        }
    }

    private ParameterException mistake(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
