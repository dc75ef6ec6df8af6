package io.generaldomo.spec.sniff;

import static io.generaldomo.spec.sniff.Side.CONNECTOR;
import static io.generaldomo.spec.sniff.Side.LISTENER;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ff 0000000000000001 7f 01 05 00 03 'abc' 00 01 'x' | greeting ZMTP 2.0, DEALER; identity \"abc\"; message [1 B] \"x\"",
                "ff 0000000000000001 7f 00 05 01 00 02 00 'x'       | greeting ZMTP 1.0, DEALER; no identity; message [1 B] \"x\"",
                "04 00 'abc' 02 01 'x' 02 00 'y'                    | greeting ZMTP 1.0, identity \"abc\"; message [2 parts, 2 B] \"x\" \"y\"",
                "01 00 02 00 'x'                                    | greeting ZMTP 1.0, no identity; message [1 B] \"x\"",
                "ff 0000000000000004 7e 'abc' 02 00 'x'             | greeting ZMTP 1.0, identity \"abc\"; message [1 B] \"x\"",
                "'GET / HTTP/1.1'                                   | no ZMTP from octet 0 on: 474554202f20485454502f312e31 \"GET / HTTP/1.1\"",
            })
    void versionsOfOldAndNone(String octets, String texts) {
        assertThat(new Stream(true).says(CONNECTOR, octets).texts()).containsExactly(texts.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "04 07 04 'PING' 0014                       | PING TTL 2.0 s",
                "04 0a 04 'PING' 0000 'abc'                 | PING no TTL context [3 B] \"abc\"",
                "04 05 04 'PONG'                            | PONG",
                "04 05 04 'PING'                            | PING [0 B] (malformed: no TTL)",
                "04 0a 05 'ERROR' 03 '400'                  | ERROR \"400\"",
                "04 07 05 'ERROR' 03                        | ERROR [1 B] \"\\x03\" (malformed: no reason that fits it)",
                "04 0b 09 'SUBSCRIBE' 'a'                   | SUBSCRIBE \"a\"",
                "04 08 05 'READY' 01 'X'                    | READY {} (malformed: 2 octets that are no property)",
                "04 05 04 1b '[2J'                          | \"\\x1b[2J\"",
                "04 02 09 'x'                               | command [2 B] \"\\x09x\" (malformed: no name that fits it)",
                "04 00                                      | command [0 B] (malformed: no name that fits it)",
                "04 07 03 'FOO' 'bar'                       | FOO [3 B] \"bar\"",
                "00 00                                      | message [0 B]",
                "01 00 04 05 04 'PONG' 00 00                | PONG; message [2 parts, 0 B] \"\" \"\"",
                "08 01 'x'                                  | no frame from octet 94 on: 080178 \"\\x08\\x01x\"",
                "05 01 'x'                                  | no frame from octet 94 on: 050178 \"\\x05\\x01x\"",
                "02 ffffffffffffffff                        | no frame from octet 94 on: 02ffffffffffffffff \"\\x02\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\"",
            })
    void trafficOfEveryKind(String octets, String texts) {
        Stream stream = Stream.between("DEALER", "ROUTER").says(CONNECTOR, octets);
        assertThat(stream.texts()).containsExactly(texts.split("; "));
        assertThat(stream.sightings).allMatch(sighting -> sighting.connector().equals("DEALER") && sighting.listener().equals("ROUTER"));
    }

    @Test
    void subscriptionAsAMessageIsOneOnlyFromASubscriber() {
        assertThat(Stream.between("SUB", "PUB").says(CONNECTOR, "00 02 01 'a'").says(CONNECTOR, "00 01 00").says(LISTENER, "00 02 01 'a'").texts())
                .containsExactly("SUBSCRIBE \"a\" (as a message)", "CANCEL \"\" (as a message)", "message [2 B] \"\\x01a\"");
    }

    @Test
    void middleOfAConnectionIsReadWhereFramesBegin() {
        Stream stream = new Stream(false).says(CONNECTOR, "'garbage'").says(CONNECTOR, "00 01 'a'").says(CONNECTOR, "04 05 04 'PONG'");
        assertThat(stream.texts())
                .containsExactly(
                        "no ZMTP from octet 0 on: 67617262616765 \"garbage\"", "reading on from octet 7", "message [1 B] \"a\"", "PONG");
    }

    @Test
    void sealedMessagesAreKnownWithoutTheHandshake() {
        Stream stream = new Stream(false).says(LISTENER, "00 22 07 'MESSAGE' 0000000000000005 'opened by nobody' 00 00");
        assertThat(stream.texts()).last().isEqualTo("MESSAGE 5 [1 B encrypted]");
        assertThat(stream.sightings).last().extracting(sighting -> sighting.unit().kind()).isEqualTo(Kind.ENCRYPTED);
    }

    @Test
    void afterAHoleReadingGoesOnAtTheNextFrames() {
        Stream stream = Stream.between("DEALER", "ROUTER").says(CONNECTOR, "00 05 'abc'");
        stream.conversation.missing(CONNECTOR, null, 10);
        stream.says(CONNECTOR, "'middle of something'").says(CONNECTOR, "00 01 'a'").end();
        assertThat(stream.texts())
                .containsExactly("10 octets not captured, in the middle of a message", "reading on from octet 128", "message [1 B] \"a\"");
    }

    @Test
    void endInTheMiddleIsTold() {
        assertThat(new Stream(true).says(CONNECTOR, "ff 00").end().texts()).containsExactly("ends in a greeting, after 2 octets");
        assertThat(Stream.between("DEALER", "ROUTER").says(CONNECTOR, "00 09 'abc'").end().texts())
                .containsExactly("ends in a frame, after 5 of 11 octets");
        assertThat(Stream.between("DEALER", "ROUTER").says(CONNECTOR, "01 01 'a'").end().texts())
                .containsExactly("ends in a message, after [1 B] \"a\"");
    }

    @Test
    void hugeLengthsCostNothing() {
        Stream stream = Stream.between("DEALER", "ROUTER").says(CONNECTOR, "02 7000000000000000 'abc'").end();
        assertThat(stream.texts()).containsExactly("ends in a frame, after 12 of 8070450532247928841 octets");
        stream = Stream.between("DEALER", "ROUTER").says(CONNECTOR, "02 0000000000100000").says(CONNECTOR, new byte[1 << 20]);
        assertThat(stream.texts()).singleElement().asString().startsWith("message [1048576 B]");
        assertThat(stream.sightings.get(0).unit().octets()).hasSize(Octets.LIMIT);
    }

    /** Octet by octet, and in pieces, is the same as at once; and no vector, well formed or not, is a failure. */
    @Test
    void everySplitOfEveryVectorReadsTheSame() {
        for (GoldenVector vector : GoldenVectors.all()) {
            Stream whole = Stream.between("DEALER", "ROUTER").says(LISTENER, vector.bytes()).end();
            Stream single = Stream.between("DEALER", "ROUTER");
            for (byte octet : vector.bytes()) {
                single.says(LISTENER, new byte[] {octet});
            }
            assertThat(withoutGarbage(single.end())).as(vector.name()).isEqualTo(withoutGarbage(whole));
        }
    }

    /** Of garbage only where it begins: what is shown of it is what was there at that moment. */
    private static List<String> withoutGarbage(Stream stream) {
        return stream.texts().stream().map(text -> text.startsWith("no frame") ? text.replaceAll(":.*", "") : text)
                .filter(text -> !text.endsWith("were not read")).toList();
    }

    @Test
    void randomOctetsNeverThrowAndNothingOfThemIsPrintedRaw() {
        Random random = new Random(7);
        for (int run = 0; run < 30_000; run++) {
            Stream stream = run % 3 == 0 ? Stream.between("SUB", "ROUTER") : new Stream(run % 3 == 1);
            byte[] octets = new byte[random.nextInt(120)];
            for (int piece = 0; piece < 3; piece++) {
                random.nextBytes(octets);
                for (int i = 0; i < octets.length / 2; i++) {
                    octets[random.nextInt(octets.length)] = (byte) "\0\1\2\3\4\5\6MDPW01MDPC02GDPC03READY\7MESSAGE\u00aa\u00a4\u00ff".charAt(random.nextInt(37));
                }
                stream.says(random.nextBoolean() ? CONNECTOR : LISTENER, octets);
                if (random.nextInt(4) == 0) {
                    stream.conversation.missing(CONNECTOR, null, random.nextInt(50) + 1);
                }
            }
            assertThat(stream.end().texts()).allMatch(text -> text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c > 0x7f && c < 0xa0));
        }
    }
}
