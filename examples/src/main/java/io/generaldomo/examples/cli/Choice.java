package io.generaldomo.examples.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words, the constants of an enum in lower case. Stateless.
 *
 * @param <E> the enum
 */
abstract class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> words;

    Choice(Class<E> words) {
        this.words = words;
    }

    /** A constant as it is written on the command line. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public final E convert(String text) {
        for (E constant : words.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        String all = Arrays.stream(words.getEnumConstants()).map(Choice::word).collect(Collectors.joining(" or "));
        throw new TypeConversionException("'" + text + "' is not " + all);
    }
}
