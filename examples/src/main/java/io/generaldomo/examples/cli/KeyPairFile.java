package io.generaldomo.examples.cli;

import io.generaldomo.examples.keys.KeyFiles;
import io.generaldomo.zmtp.CurveKeyPair;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file with a key pair, and the pair. Stateless. */
final class KeyPairFile implements ITypeConverter<CurveKeyPair> {
    @Override
    public CurveKeyPair convert(String text) {
        try {
            return KeyFiles.readPair(Path.of(text));
        } catch (NoSuchFileException e) {
            throw new TypeConversionException("there is no file " + e.getFile() + "; generaldomo keygen -o " + text + " makes a pair of keys");
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof InvalidPathException ? "not the name of a file" : e.getMessage();
            throw new TypeConversionException("cannot read a pair of keys from " + text + ": " + why);
        }
    }
}
