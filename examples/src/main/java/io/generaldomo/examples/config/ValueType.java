package io.generaldomo.examples.config;

import java.nio.file.Path;

/**
 * How a value is written. Stateless.
 *
 * @param form what stands for the value in help texts, such as {@code TIME}
 * @param right what would be right, as the end of a sentence, such as {@code a time such as 500ms, 10s or 5m}
 * @param reader makes the value of its text
 * @param <T> the value
 */
public record ValueType<T>(String form, String right, Reader<T> reader) {
    /**
     * Makes a value of its text.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads a value.
         *
         * @param text as it was written
         * @param base what the names of files are relative to
         * @return the value
         * @throws IllegalArgumentException if the text is none; the message says what is wrong, and what would be right
         */
        T read(String text, Path base);
    }
}
