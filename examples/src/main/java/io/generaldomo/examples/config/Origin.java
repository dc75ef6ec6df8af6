package io.generaldomo.examples.config;

import java.nio.file.Path;

/**
 * Where a value comes from. Immutable.
 *
 * @param told for people, such as {@code generaldomo.yaml:7}
 * @param exact for whoever looks for a mistake, such as {@code generaldomo.yaml:7:12}
 * @param base what names of files are relative to there
 */
public record Origin(String told, String exact, Path base) {
    private static final Path HERE = Path.of("");

    static final Origin STANDARD = new Origin("default", "default", HERE);

    /** A place in a file, from 1 on. */
    static Origin file(Path file, int line, int column) {
        Path directory = file.getParent();
        String told = file + ":" + line;
        return new Origin(told, told + ":" + column, directory == null ? HERE : directory);
    }

    static Origin environment(String variable) {
        return new Origin("environment " + variable, "environment " + variable, HERE);
    }

    static Origin flag(String name) {
        return new Origin("flag " + name, name, HERE);
    }
}
