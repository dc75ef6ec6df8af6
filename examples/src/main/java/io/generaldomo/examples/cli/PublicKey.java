package io.generaldomo.examples.cli;

import io.generaldomo.examples.keys.KeyFiles;
import io.generaldomo.zmtp.CurveKey;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a public key: 40 characters of Z85, or a file that has it. Stateless. */
final class PublicKey implements ITypeConverter<CurveKey> {
    @Override
    public CurveKey convert(String text) {
        try {
            return CurveKey.ofZ85(text);
        } catch (IllegalArgumentException notItself) {
            return inFile(text);
        }
    }

    private static CurveKey inFile(String text) {
        try {
            return KeyFiles.read(Path.of(text)).key();
        } catch (IOException | IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is neither a public key, 40 characters of Z85, nor a file with one");
        }
    }
}
