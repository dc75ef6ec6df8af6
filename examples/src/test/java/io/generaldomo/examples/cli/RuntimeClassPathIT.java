package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the launcher puts on the class path: pure Java. */
class RuntimeClassPathIT {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|sl|a|o|exe)");

    @Test
    void noJarHoldsNativeCode() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("generaldomo.lib")))) {
            jars = files.toList();
        }
        assertThat(jars)
                .extracting(jar -> jar.getFileName().toString())
                .allMatch(name -> name.endsWith(".jar"))
                .anyMatch(name -> name.startsWith("examples-"))
                .anyMatch(name -> name.startsWith("gdp-"))
                .anyMatch(name -> name.startsWith("zmtp-codec-"))
                .anyMatch(name -> name.startsWith("bcprov-"))
                .anyMatch(name -> name.startsWith("netty-transport-"))
                .noneMatch(name -> name.startsWith("jeromq") || name.startsWith("jnats")); // those that bench measures
        assertThat(jars).allSatisfy(jar -> assertThat(entries(jar)).isNotEmpty().noneMatch(RuntimeClassPathIT::isNative));
    }

    private static boolean isNative(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return NATIVE.matcher(name).matches() || name.endsWith(".jar");
    }

    private static List<String> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
