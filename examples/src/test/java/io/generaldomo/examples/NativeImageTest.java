package io.generaldomo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jars tell GraalVM is there: a class that was renamed would be missed only in a native image. */
class NativeImageTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void classesThatAreNamedExist() throws Exception {
        List<String> names = new ArrayList<>();
        for (Path file : List.of(file("zmtp-codec", "reflect"), file("examples", "reflect"))) {
            names.addAll(values(file, "name").stream().filter(name -> name.contains(".")).toList());
        }
        assertThat(names).contains("sun.misc.Signal", "org.bouncycastle.math.ec.rfc7748.X25519").allSatisfy(name -> Class.forName(name));
    }

    @Test
    void commandsAreAmongThem() throws IOException {
        Path generated = Path.of("target/classes/META-INF/native-image/picocli-generated/io.generaldomo/examples/reflect-config.json");
        assertThat(values(generated, "name")).contains("io.generaldomo.examples.cli.BrokerCommand", "io.generaldomo.examples.cli.PeerOptions");
    }

    /** Each resource of a module is named, and each pattern means one. */
    @ParameterizedTest
    @ValueSource(strings = {"gdp", "protocol-spec", "examples"})
    void resourcesAreNamed(String module) throws IOException {
        List<Pattern> patterns = values(file(module, "resource"), "pattern").stream().map(Pattern::compile).toList();
        Path resources = ROOT.resolve(module).resolve("src/main/resources");
        List<String> files;
        try (Stream<Path> all = Files.walk(resources.resolve("io"))) {
            files = all.filter(Files::isRegularFile).map(file -> resources.relativize(file).toString()).toList();
        }
        assertThat(files).isNotEmpty().allMatch(file -> patterns.stream().anyMatch(pattern -> pattern.matcher(file).matches()));
        assertThat(patterns).isNotEmpty().allMatch(pattern -> files.stream().anyMatch(file -> pattern.matcher(file).matches()));
    }

    private static Path file(String module, String kind) {
        return ROOT.resolve(module).resolve("src/main/resources/META-INF/native-image/io.generaldomo").resolve(module).resolve(kind + "-config.json");
    }

    private static List<String> values(Path file, String field) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && field.equals(json.currentName())) {
                    values.add(json.getText());
                }
            }
        }
        return values;
    }
}
