package io.generaldomo.examples.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number that counts something: 1 to {@link Integer#MAX_VALUE}. Stateless. */
final class PositiveNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new TypeConversionException("'" + text + "' is no whole number from 1 to " + Integer.MAX_VALUE);
    }
}
