package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SniffCommandTest {
    @TempDir
    private Path directory;

    private Path dump(String... lines) throws Exception {
        return Files.write(directory.resolve("dump"), List.of(lines));
    }

    private static List<String> run(String... args) throws Exception {
        RunningCommand sniff = RunningCommand.start(args);
        assertThat(sniff.exitCode()).isZero();
        assertThat(sniff.err.rest()).isEmpty();
        return sniff.out.rest();
    }

    @Test
    void fileWithHex() throws Exception {
        assertThat(run("sniff", "--hex", dump("> 00 03 40 7c 1b").toString()))
                .containsExactly(
                        "         @0   1  ?       → ?        reading from the middle of a connection",
                        "         @0   1  ?       → ?        message [3 B] \"@|\\x1b\"",
                        "                 00000000  00 03 40 7c 1b                                    |..@|.|");
    }

    @Test
    void jsonIsAnObjectOnEachLine() throws Exception {
        List<String> lines = run("sniff", "--json", "--hex", dump("00 0b 06 4d 44 50 57 30 31 01 01 01 61").toString());
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            try (JsonParser json = new JsonFactory().createParser(line)) {
                while (json.nextToken() != null) {
                    json.skipChildren();
                }
            }
        });
        assertThat(lines.get(1))
                .contains("\"kind\":\"message\"", "\"text\":\"MDPW01/MME READY a\"", "\"dialect\":\"MDPW01/MME\"", "\"command\":\"READY\"")
                .contains("\"service\":\"a\"", "\"octets\":\"" + HexFormat.of().formatHex(new byte[] {0, 11, 6}));
    }

    @Test
    void proxyTellsWhatABrokerAndItsClientSay() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            RunningCommand sniff = RunningCommand.start("sniff", "--listen", "tcp://127.0.0.1:0", "--to", broker.address());
            String address = sniff.err.next().split(" ")[4];
            RunningCommand client = RunningCommand.start("mmi", "-a", address, "service", "coffee");
            assertThat(client.exitCode()).isEqualTo(1);
            StringBuilder said = new StringBuilder();
            String line;
            do {
                line = sniff.out.next();
                said.append(line).append('\n');
            } while (!line.contains("REPLY"));
            assertThat(said.toString())
                    .contains("greeting ZMTP 3.1, NULL")
                    .contains("CLIENT  → ")
                    .contains("READY {Socket-Type: CLIENT}")
                    .contains("CLIENT  → SERVER   MDPC01/MME REQUEST mmi.service [6 B] \"coffee\"")
                    .contains("CLIENT  ← SERVER   MDPC01/MME REPLY mmi.service [3 B] \"404\"");
            assertThat(sniff.end()).isZero();
        }
    }

    @Test
    void mistakesAreOneLine() throws Exception {
        Path nothing = directory.resolve("nothing");
        for (String[] args : new String[][] {
            {"sniff"}, {"sniff", "--to", "tcp://127.0.0.1:1"}, {"sniff", "--listen", "tcp://127.0.0.1:0"}, {"sniff", "-", "--listen", "tcp://127.0.0.1:0"},
            {"sniff", nothing.toString()}, {"sniff", directory.toString()}
        }) {
            RunningCommand sniff = RunningCommand.start(args);
            assertThat(sniff.exitCode()).isEqualTo(2);
            assertThat(sniff.err.rest()).singleElement().asString().startsWith("generaldomo sniff: ");
        }
    }

    @Test
    void emptyFileSaysNothing() throws Exception {
        assertThat(run("sniff", Files.writeString(directory.resolve("empty"), "", UTF_8).toString())).isEmpty();
    }
}
