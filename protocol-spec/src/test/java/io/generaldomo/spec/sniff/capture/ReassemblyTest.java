package io.generaldomo.spec.sniff.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.sniff.Conversation;
import io.generaldomo.spec.sniff.Side;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Segments that come twice, early, overlapping, or not at all. The stream is made of frames of one octet: {@code 00 01 x}. */
class ReassemblyTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);
    private static final InetSocketAddress THERE = new InetSocketAddress("127.0.0.1", 2);
    private static final int START = -7; // wraps soon
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final List<String> seen = new ArrayList<>();
    private final Conversation conversation =
            new Conversation(1, "a", "b", false, sighting -> seen.add(sighting.unit().text()));
    private final TcpStream stream = new TcpStream(conversation, Side.CONNECTOR, START);

    private static byte[] octets() {
        StringBuilder frames = new StringBuilder();
        LETTERS.chars().forEach(letter -> frames.append("\0\1").append((char) letter));
        return frames.toString().getBytes(ISO_8859_1);
    }

    private static Segment segment(int from, int to, int captured) {
        byte[] payload = Arrays.copyOfRange(octets(), from, from + captured);
        return new Segment(HERE, THERE, START + from, 0, Segment.ACK, payload, to - from);
    }

    private void bring(int from, int to) {
        stream.segment(segment(from, to, to - from), Instant.EPOCH);
    }

    private String letters() {
        return String.join("", seen.stream().filter(text -> text.startsWith("message")).map(text -> text.replaceAll(".*\"(.)\"", "$1")).toList());
    }

    @Test
    void whatComesTwiceIsReadOnce() {
        bring(0, 10);
        bring(0, 10);
        bring(4, 40);
        bring(30, 78);
        assertThat(letters()).isEqualTo(LETTERS);
    }

    @Test
    void whatComesEarlyWaits() {
        bring(0, 3);
        bring(20, 78);
        assertThat(letters()).isEqualTo("a");
        bring(3, 20);
        assertThat(letters()).isEqualTo(LETTERS);
    }

    @Test
    void anyOrderOfAnyPiecesIsTheSameStream() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Segment> pieces = new ArrayList<>();
            for (int at = 0; at < 78; ) {
                int to = Math.min(78, at + 1 + random.nextInt(20));
                int from = Math.max(0, at - random.nextInt(5));
                pieces.add(segment(from, to, to - from));
                at = to;
            }
            Collections.shuffle(pieces, random);
            ReassemblyTest run = new ReassemblyTest();
            run.stream.segment(segment(0, 1, 1), Instant.EPOCH);
            pieces.forEach(piece -> run.stream.segment(piece, Instant.EPOCH));
            assertThat(run.letters()).as("seed " + seed).isEqualTo(LETTERS);
        }
    }

    @Test
    void whatWasAcknowledgedAndNeverSeenIsAHole() {
        bring(0, 6);
        bring(12, 18);
        stream.acknowledge(START + 18, Instant.EPOCH);
        assertThat(letters()).isEqualTo("abef");
        assertThat(seen).contains("6 octets not captured, between two", "reading on from octet 12");
    }

    @Test
    void whatIsLackingAtTheEndIsAHole() {
        bring(0, 6);
        bring(12, 18);
        stream.end(Instant.EPOCH);
        assertThat(letters()).isEqualTo("abef");
    }

    @Test
    void holeInTheMiddleOfABodyLeavesTheRestReadable() {
        byte[] large = new byte[102];
        large[1] = 100;
        stream.segment(new Segment(HERE, THERE, START, 0, Segment.ACK, Arrays.copyOf(large, 12), 102), Instant.EPOCH);
        stream.segment(new Segment(HERE, THERE, START + 102, 0, Segment.ACK, new byte[] {0, 1, 'z'}, 3), Instant.EPOCH);
        assertThat(seen).anyMatch(text -> text.startsWith("message [100 B]") && text.endsWith("(90 B of it not captured)"));
        assertThat(letters()).endsWith("z");
    }

    @Test
    void endIsWhereTheLastOctetIs() {
        bring(0, 3);
        stream.segment(new Segment(HERE, THERE, START + 6, 0, Segment.FIN | Segment.ACK, new byte[0], 0), Instant.EPOCH);
        assertThat(stream.hasEnded()).isFalse();
        bring(3, 6);
        assertThat(stream.hasEnded()).isTrue();
        assertThat(seen).last().isEqualTo("closes");
    }
}
