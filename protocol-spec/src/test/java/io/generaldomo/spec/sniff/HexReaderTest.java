package io.generaldomo.spec.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexReaderTest {
    private static List<String> read(String... lines) {
        List<String> read = new ArrayList<>();
        SightingLine line = new SightingLine();
        HexReader reader = new HexReader(sighting -> read.add(line.of(sighting)));
        Arrays.stream(lines).forEach(reader::line);
        reader.end();
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "000568656c6c6f",
        "00 05 68 65 6c 6c 6f   # a message",
        "> 00:05:68:65:6c:6c:6f",
        "0x00, 0x05, 0x68, 0x65, 0x6c, 0x6c, 0x6f",
        "00000000: 0005 6865 6c6c 6f                        ..hello",
        "00000000  00 05 68 65 6c 6c 6f                              |..hello|",
        "00000000  00 05 68 65 6c 6c 6f                               ..hello",
    })
    void everyUsualForm(String dump) {
        assertThat(read(dump)).hasSize(2).last().isEqualTo("         @0   1  ?       → ?        message [5 B] \"hello\"");
    }

    @Test
    void bothSidesOfWireshark() {
        assertThat(read(
                        "00000000  00 01 61                                          ..a",
                        "    00000000  00 01 62                                          ..b",
                        "00000003  00 01 63                                          ..c"))
                .filteredOn(line -> line.contains("message"))
                .containsExactly(
                        "         @0   1  ?       → ?        message [1 B] \"a\"",
                        "         @0   1  ?       ← ?        message [1 B] \"b\"",
                        "         @3   1  ?       → ?        message [1 B] \"c\"");
    }

    @Test
    void whatTheHexDumpWritesReadsBack() {
        byte[] octets = new byte[100];
        new Random(3).nextBytes(octets);
        octets[0] = 0;
        octets[1] = 98;
        List<String> read = read(HexDump.of(octets, 0).toArray(String[]::new));
        assertThat(read).last().asString().contains("message [98 B]");
    }

    @Test
    void lineThatIsNoneIsToldAndSkipped() {
        assertThat(read("00 01 61", "hello \u001b[2J", "123", "00 01 62"))
                .anyMatch(line -> line.endsWith("line 2 is no hex dump: \"hello \\x1b[2J\""))
                .anyMatch(line -> line.endsWith("line 3 is no hex dump: \"123\""))
                .last().asString().endsWith("message [1 B] \"b\"");
    }

    @Test
    void nothingIsNothing() {
        assertThat(read("", "# nothing", "  ")).isEmpty();
    }
}
