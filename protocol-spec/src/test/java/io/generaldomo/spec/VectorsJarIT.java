package io.generaldomo.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar with the classifier {@code vectors}, as the build made it. */
class VectorsJarIT {
    private static final Path JAR = Path.of(System.getProperty("generaldomo.vectorsJar"));
    private static final Path SOURCES = Path.of("src/main/resources/io/generaldomo/spec/vectors");

    @Test
    void holdsTheVectorsAndWhatDescribesThemAndNothingElse() throws IOException {
        List<String> expected = Stream.of(
                        Stream.of("META-INF/MANIFEST.MF", "vectors/vectors.md", "vectors/format-version.txt", "vectors/groups.txt"),
                        GoldenVectors.groups().stream().map(group -> "vectors/" + group + ".txt"))
                .flatMap(names -> names).toList();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void itsFilesAreThoseOfTheSources() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String group : GoldenVectors.groups()) {
                assertThat(text(jar, group + ".txt")).isEqualTo(Files.readString(SOURCES.resolve(group + ".txt")));
                assertThat(VectorFile.parse(group, text(jar, group + ".txt").lines().toList())).isEqualTo(GoldenVectors.group(group));
            }
            assertThat(text(jar, "vectors.md")).isEqualTo(Files.readString(Path.of("vectors.md")));
        }
    }

    @Test
    void itsFormatIsTheOneDescribed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(text(jar, "groups.txt").lines()).containsExactlyElementsOf(GoldenVectors.groups());
            assertThat(text(jar, "vectors.md")).contains("The format has version " + text(jar, "format-version.txt").strip() + ",");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getJarEntry("vectors/" + name)).readAllBytes(), UTF_8);
    }
}
