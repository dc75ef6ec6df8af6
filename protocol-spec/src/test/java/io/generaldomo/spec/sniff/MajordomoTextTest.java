package io.generaldomo.spec.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MajordomoTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LISTENER  | 01 00 01 06 'MDPC01' 01 04 'echo' 00 01 'x'                       | MDPC01 REPLY echo [1 B] \"x\"",
                "CONNECTOR | 01 00 01 06 'MDPC01' 01 04 'echo' 00 01 'x'                       | MDPC01 REQUEST echo [1 B] \"x\"",
                "CONNECTOR | 01 06 'MDPC01' 01 09 'two words' 00 00                            | MDPC01 REQUEST \"two words\" [0 B]",
                "CONNECTOR | 01 00 01 06 'MDPC01' 00 04 'echo'                                 | MDPC01 REQUEST echo [no frame]",
                "CONNECTOR | 01 00 00 06 'MDPC01'                                              | MDPC01 REQUEST (malformed: no service)",
                "CONNECTOR | 01 00 01 06 'MDPW01' 01 01 03 01 02 abcd 01 01 'x' 00 01 'y'      | MDPW01 REPLY for abcd (malformed: no empty frame behind the address)",
                "CONNECTOR | 01 00 01 06 'MDPW01' 00 01 09                                     | MDPW01 [1 B] \"\\x09\" (malformed: no command has this number)",
                "CONNECTOR | 01 00 01 06 'MDPW01' 01 01 04 00 01 'x'                           | MDPW01 HEARTBEAT [1 B] \"x\" (malformed: more frames than it has)",
                "LISTENER  | 01 06 'MDPC02' 01 01 02 01 04 'echo' 00 01 'x'                    | MDPC02 PARTIAL echo [1 B] \"x\"",
                "LISTENER  | 01 00 01 06 'MDPC0X' 01 01 03 01 04 'echo' 00 01 'x'              | MDPC0X NAK echo [1 B] \"x\"",
                "CONNECTOR | 00 0d 06 'GDPW03' 01 06 03 'abc'                                  | GDPW03/MME DISCONNECT [3 B] \"abc\" (malformed: more frames than it has)",
                "CONNECTOR | 00 13 06 'GDPW03' 01 01 04 'echo' 04 00000010                     | GDPW03/MME READY echo capacity 16",
                "CONNECTOR | 00 0f 06 'GDPW03' 01 07 04 00000001 00                            | GDPW03/MME RETURN for 00000001",
                "CONNECTOR | 00 15 06 'GDPC03' 01 01 04 00000009 04 'echo' 01 'x'              | GDPC03/MME REQUEST #00000009 echo [1 B] \"x\"",
                "CONNECTOR | 00 12 06 'MDPC01' 04 'echo' 09 'short'                            | MDPC01 packed [18 B] \"\\x06MDPC01\\x04echo\\x09short\" (malformed: frames that do not fit the part)",
                "CONNECTOR | 00 0f aaa4 04 06 'MDPW02' 01 03 'tea'                             | MDPW02/zproto READY tea",
                "CONNECTOR | 00 0f aaa4 04 06 'MDPW02' 02 03 'tea'                             | MDPW02/zproto REQUEST for 746561 (malformed: no empty frame behind the address) (malformed: header or number do not agree with the id)",
                "CONNECTOR | 00 06 'MDPC09'                                                    | message [6 B] \"MDPC09\"",
            })
    void everyDialectByName(Side side, String octets, String text) {
        assertThat(Stream.between("DEALER", "ROUTER").says(side, octets).texts()).containsExactly(text);
    }

    /** What others wrote, and what we are to accept, has a name and no fault. */
    @ParameterizedTest
    @ValueSource(strings = {"mdp01", "mdp01-guide", "mdp02", "mdp02-packed", "mdp0x", "zproto", "gdp", "gdp-le32", "gdp-be32"})
    void everyVectorHasAName(String group) {
        for (GoldenVector vector : GoldenVectors.group(group)) {
            Stream stream = Stream.between("DEALER", "ROUTER").says(vector.name().contains("broker") ? Side.LISTENER : Side.CONNECTOR, vector.bytes()).end();
            assertThat(stream.texts()).as(vector.name()).allMatch(text -> text.matches("MDP[CW]0[12X](/\\w+)? [A-Z]+.*"));
            if (vector.expectation() == Expectation.ACCEPT) {
                assertThat(stream.texts()).as(vector.name()).noneMatch(text -> text.contains("malformed"));
            }
        }
    }

    @Test
    void directionTellsNothingWhereTypesAreUnknown() {
        assertThat(new Stream(false).says(Side.CONNECTOR, "00 0c 06 'MDPC01' 04 'echo'").texts())
                .last()
                .isEqualTo("MDPC01/MME REQUEST or REPLY echo [no frame]");
    }
}
