package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.generaldomo.examples.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generaldomo config}, and {@code generaldomo broker --config}. */
class ConfigCommandTest {
    @TempDir
    private Path directory;

    private String file(String yaml) throws Exception {
        return Files.writeString(directory.resolve("broker.yaml"), yaml).toString();
    }

    @Test
    void aGoodFileHasNoMistakes() throws Exception {
        RunningCommand check = RunningCommand.start("config", "check", "generaldomo.yaml");
        assertThat(check.exitCode()).isZero();
        assertThat(check.out.rest()).containsExactly("generaldomo.yaml: no mistakes");
        assertThat(check.err.rest()).isEmpty();
    }

    @Test
    void allMistakesOfABadOneAreTold() throws Exception {
        String file = file("endpoint: x\nlimits:\n  connections: many\n");
        RunningCommand check = RunningCommand.start("config", "check", file);
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out.rest()).isEmpty();
        assertThat(check.err.rest()).containsExactly(
                file + ":1:1: endpoint: there is no such key; did you mean endpoints?",
                file + ":3:16: limits.connections: 'many' is no whole number from 1 to 2147483647");
    }

    @Test
    void aBrokerDoesNotStartWithABadOne() throws Exception {
        String file = file("endpoint: x\n");
        RunningCommand broker = RunningCommand.start("broker", "--config", file);
        assertThat(broker.exitCode()).isEqualTo(2);
        assertThat(broker.err.rest()).containsExactly("generaldomo broker: " + file + ":1:1: endpoint: there is no such key; did you mean endpoints?");
    }

    @Test
    void aBrokerIsWhatItsFileSays() throws Exception {
        String file = file("endpoints:\n  - tcp://127.0.0.1:0\n  - tcp://127.0.0.1:0 router\nkind: server\n");
        try (RunningCommand broker = RunningCommand.start("broker", "-c", file)) {
            assertThat(broker.out.next()).matches("broker at tcp://127.0.0.1:\\d+ \\(server\\)");
            assertThat(broker.out.next()).matches("broker at tcp://127.0.0.1:\\d+ \\(router\\)");
        }
        try (RunningCommand broker = RunningCommand.start("broker", "-c", file, "-a", "tcp://127.0.0.1:0", "-s", "auto")) {
            assertThat(broker.out.next()).matches("broker at tcp://127.0.0.1:\\d+ \\(server and router\\)");
            assertThat(broker.end()).isZero();
            assertThat(broker.out.rest()).isEmpty();
        }
    }

    @Test
    void aSwitchOfTheFileCanBeTurnedOffByItsFlag() throws Exception {
        String file = file("security:\n  insecure: true\n");
        RunningCommand show = RunningCommand.start("config", "show", "-c", file, "--insecure=false", "--any-key=no");
        assertThat(show.exitCode()).isEqualTo(2);
        assertThat(show.err.rest()).containsExactly("generaldomo config show: --any-key: 'no' is not true or false");
        RunningCommand off = RunningCommand.start("config", "show", "-c", file, "--insecure=false");
        assertThat(off.exitCode()).isZero();
        assertThat(off.out.rest()).anyMatch(line -> line.matches("security.insecure +false +flag --insecure"));
    }

    @Test
    void jsonHasEverySetting() throws Exception {
        String file = file("services:\n  echo:\n    tries: 1\n");
        RunningCommand show = RunningCommand.start("config", "show", "--json", "-c", file, "--allow-all=false");
        assertThat(show.exitCode()).isZero();
        var fields = fields(String.join("\n", show.out.rest()));
        assertThat(fields).hasSize(Settings.all().size() + 1)
                .containsEntry("endpoints", List.of("tcp://127.0.0.1:5555", "default"))
                .containsEntry("queue.octets", List.of("256MiB", "default"))
                .containsEntry("access.rules", List.of("default"))
                .containsEntry("security.curve", List.of("null", "default"))
                .containsEntry("access.allow-all", List.of("false", "flag --allow-all"))
                .containsEntry("services.echo.tries", List.of("1", file + ":3"));
    }

    /** Key to all values below it. */
    private static TreeMap<String, List<String>> fields(String json) throws Exception {
        TreeMap<String, List<String>> fields = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            String key = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean outermost = parser.getParsingContext().pathAsPointer().toString().lastIndexOf('/') == 0;
                if (token == JsonToken.FIELD_NAME && outermost) {
                    key = parser.currentName();
                    fields.put(key, new ArrayList<>());
                } else if (token.isScalarValue()) {
                    fields.get(key).add(parser.getText());
                }
            }
        }
        return fields;
    }
}
