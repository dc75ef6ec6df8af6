package io.generaldomo.examples.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file with a password, and the password. Stateless. */
final class PasswordInFile implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        try {
            return Password.in(Path.of(text));
        } catch (NoSuchFileException e) {
            throw new TypeConversionException("there is no file " + text + ", whose first line would be the password");
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is not the name of a file");
        } catch (CharacterCodingException e) {
            throw new TypeConversionException(text + " is not text in UTF-8");
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (IOException e) {
            throw new TypeConversionException("cannot read a password from " + text + ": " + e.getMessage());
        }
    }
}
