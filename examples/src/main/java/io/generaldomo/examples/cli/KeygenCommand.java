package io.generaldomo.examples.cli;

import io.generaldomo.examples.keys.KeyFiles;
import io.generaldomo.zmtp.CurveKeyPair;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo keygen}: a new pair of CURVE keys, in two files as CZMQ has them. */
@Command(name = "keygen", description = "Make a pair of CURVE keys: FILE to give away, FILE_secret to keep. Overwrites nothing.")
final class KeygenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "generaldomo",
            description = "Where the public key goes (default: ${DEFAULT-VALUE}); a broker takes the name of the file, without its extension, for that "
                    + "of the user.")
    private Path file;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        CurveKeyPair pair = CurveKeyPair.generate();
        try {
            KeyFiles.write(file, pair);
        } catch (FileAlreadyExistsException e) {
            throw mistake(e.getFile() + " exists already; -o names another file");
        } catch (NoSuchFileException e) {
            throw mistake("there is no directory for " + file);
        } catch (IOException e) {
            throw mistake("cannot write " + file + ": " + e.getMessage());
        }
        console.say("public key", pair.publicKey() + " in " + file);
        console.say("secret key", "in " + KeyFiles.secret(file) + ", which only its owner may read");
        return ExitCode.OK;
    }

    private ParameterException mistake(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
