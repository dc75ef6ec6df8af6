package io.generaldomo.examples.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. Stateless. */
public final class Executable {
    /** Where servers are installed; not on everybody's path. */
    private static final String FOR_ADMINISTRATORS = "/usr/sbin";

    private Executable() {}

    /**
     * Looks for a program.
     *
     * @param name its name
     * @return where it is, if it is there
     */
    public static Optional<Path> find(String name) {
        Stream<String> places = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(places, Stream.of(FOR_ADMINISTRATORS))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
