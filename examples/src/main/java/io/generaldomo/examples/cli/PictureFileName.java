package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.plot.PictureFile;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file that a picture can be drawn into: found out before anything is measured. Stateless. */
final class PictureFileName implements ITypeConverter<PictureFile> {
    @Override
    public PictureFile convert(String name) {
        try {
            PictureFile file = new PictureFile(Path.of(name));
            Path directory = file.path().toAbsolutePath().getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new TypeConversionException("there is no directory '" + directory + "'");
            }
            return file;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
