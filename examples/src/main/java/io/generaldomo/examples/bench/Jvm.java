package io.generaldomo.examples.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * How processes on the JVM are started: with the program, the class path and the options of this one, which has those of a broker, and the same heap for all.
 * The libraries of other implementations are on the class path of these processes only; {@code bin/generaldomo} says where they are, in the property
 * {@code generaldomo.benchLib}. Stateless.
 */
public final class Jvm {
    private static final String LIBRARIES = "generaldomo.benchLib";
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx1g");

    private Jvm() {}

    /**
     * The options that a broker would have, and the heap, if nothing else is said in {@code GENERALDOMO_OPTS}.
     *
     * @return options of {@code java}
     */
    public static List<String> options() {
        List<String> options = new ArrayList<>();
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-Dgeneraldomo.") && !option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
                options.add(option);
            }
        }
        if (options.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            options.addAll(HEAP);
        }
        return options;
    }

    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath()));
        return command;
    }

    /** Whether the processes find a class. */
    static boolean hasClass(String name) {
        String entry = name.replace('.', '/') + ".class";
        return classPath().stream().anyMatch(place -> holds(Path.of(place), entry));
    }

    private static boolean holds(Path place, String entry) {
        if (Files.isDirectory(place)) {
            return Files.exists(place.resolve(entry));
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.getEntry(entry) != null;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static List<String> classPath() {
        List<String> places = new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        String libraries = System.getProperty(LIBRARIES, "");
        if (!libraries.isEmpty() && Files.isDirectory(Path.of(libraries))) {
            try (Stream<Path> jars = Files.list(Path.of(libraries))) {
                jars.forEach(jar -> places.add(jar.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places;
    }
}
