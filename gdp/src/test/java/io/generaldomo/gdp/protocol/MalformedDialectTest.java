package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no dialect allows costs one exception and no buffer. */
class MalformedDialectTest {
    private static final String ADDRESS = Vector.ADDRESS;
    private static final String TICKET = Vector.TICKET;
    private static final String TOO_LONG = "n".repeat(256);
    private static final String SIGNATURE = "\u00AA\u00A4";

    static Stream<Vector> vectors() {
        return Vector.all();
    }

    static Stream<Vector> packedVectors() {
        return Vector.all().filter(vector -> vector.dialect().isSinglePart());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void missing_frames(Vector vector) {
        for (int count = 1; count < vector.frames().length; count++) {
            ZmtpMessage cut = Vector.message(vector.dialect(), Arrays.copyOf(vector.frames(), count));
            if (count < vector.head()) {
                Commands.assertMalformed(vector.dialect(), cut, vector.direction());
            } else {
                Commands.read(vector.dialect(), cut, vector.direction()); // a shorter body, as legal as the whole one
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void frames_cut_at_any_octet(Vector vector) {
        for (int frame = 0; frame < vector.head(); frame++) {
            String whole = vector.frames()[frame];
            boolean anyLength = whole.equals("echo") || whole.equals(ADDRESS) || frame == 1 && vector.frames()[0].equals("MDPC0X");
            for (int length = 0; length < whole.length(); length++) {
                String[] cut = vector.frames().clone();
                cut[frame] = whole.substring(0, length);
                if (anyLength && length > 0) {
                    Commands.read(vector.dialect(), Vector.message(vector.dialect(), cut), vector.direction());
                } else {
                    Commands.assertMalformed(vector.dialect(), Vector.message(vector.dialect(), cut), vector.direction());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void frames_with_an_octet_too_many(Vector vector) {
        for (int frame = 0; frame < vector.head(); frame++) {
            String[] longer = vector.frames().clone();
            longer[frame] += "!";
            boolean anyLength = vector.frames()[frame].equals("echo") || vector.frames()[frame].equals(ADDRESS)
                    || frame == 1 && vector.frames()[0].equals("MDPC0X") && vector.direction() == TO_BROKER;
            if (!anyLength) {
                Commands.assertMalformed(vector.dialect(), Vector.message(vector.dialect(), longer), vector.direction());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packedVectors")
    void packed_parts_cut_at_any_octet(Vector vector) {
        ZmtpMessage message = vector.message();
        byte[] packed = message.bytes(0);
        message.release();
        List<Integer> whole = new ArrayList<>();
        for (int count = 1; count <= vector.frames().length; count++) {
            ZmtpMessage shorter = Vector.message(vector.dialect(), Arrays.copyOf(vector.frames(), count));
            whole.add((int) shorter.octets());
            shorter.release();
        }
        for (int length = 0; length < packed.length; length++) {
            ZmtpMessage cut = ZmtpMessage.of(Frames.pooled(Arrays.copyOf(packed, length)));
            if (whole.indexOf(length) + 1 >= vector.head()) {
                Commands.read(vector.dialect(), cut, vector.direction());
            } else {
                Commands.assertMalformed(vector.dialect(), cut, vector.direction());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void commands_that_go_the_other_way(Vector vector) {
        Direction other = vector.direction() == TO_BROKER ? FROM_BROKER : TO_BROKER;
        boolean bothWays = Vector.of(vector.dialect())
                .anyMatch(v -> v.direction() == other && v.frames()[0].equals(vector.frames()[0])
                        && (v.frames()[0].equals("MDPC01") || Arrays.equals(v.frames(), vector.frames())));
        // A REQUEST of 0X to a service whose name is one octet can be read as a reply: there the direction alone decides.
        boolean oneOctetName = vector.dialect() == Dialect.MDP_0X && vector.frames()[0].equals("MDPC0X")
                && (vector.direction() == FROM_BROKER || vector.frames()[1].length() == 1);
        if (!bothWays && !oneOctetName) {
            Commands.assertMalformed(vector.dialect(), vector.message(), other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_frames_than_a_body_may_have(Dialect dialect) {
        Vector request = Vector.of(dialect).findFirst().orElseThrow();
        String[] most = Arrays.copyOf(request.frames(), request.head() + Body.MAX_FRAMES);
        Arrays.fill(most, request.head(), most.length, "");
        dialect.decode(Vector.message(dialect, most), TO_BROKER).release();
        String[] more = Arrays.copyOf(most, most.length + 1);
        more[most.length] = "";
        Commands.assertMalformed(dialect, Vector.message(dialect, more), TO_BROKER);
    }

    static Stream<Arguments> malformed() {
        List<List<String>> version01 = frames("MDPC01", "MDPW01", List.of(), "\u0002", List.of("\u0003"), "\u0004", "\u0005", "\u0006");
        List<List<String>> version02 =
                frames("MDPC02", "MDPW02", List.of("\u0001"), "\u0002", List.of("\u0003", "\u0004"), "\u0005", "\u0006", "\u0007");
        List<List<String>> version03 = frames(
                "GDPC03", "GDPW03", List.of("\u0001", TICKET), "\u0002", List.of("\u0003", "\u0004", "\u0007"), "\u0005", "\u0006", "\u0008");
        List<List<String>> version0x = frames("MDPC0X", "MDPW0X", List.of(), "\u0002", List.of("\u0003"), "\u0004", "\u0005", "\u0006");
        return Stream.of(Dialect.values()).flatMap(dialect -> switch (dialect) {
            case MDP_01, GDP, GDP_LE32, GDP_BE32 -> version01.stream().map(frames -> Arguments.of(dialect, frames));
            case MDP_02, GDP_02 -> version02.stream().map(frames -> Arguments.of(dialect, frames));
            case GDP_03 -> Stream.concat(version03.stream(), capacities()).map(frames -> Arguments.of(dialect, frames));
            case MDP_0X -> version0x.stream().map(frames -> Arguments.of(dialect, frames));
            case MDP_02_ZPROTO -> zproto().map(frames -> Arguments.of(dialect, frames));
        });
    }

    /** Wrong whichever way they go. */
    private static List<List<String>> frames(
            String client, String worker, List<String> number, String request, List<String> replies, String heartbeat, String disconnect,
            String unknown) {
        List<List<String>> all = new ArrayList<>(List.of(
                List.of(client), List.of(client.substring(1), "echo", "body"), List.of(client.toLowerCase(Locale.ROOT), "echo", "body"),
                List.of("MDPC03", "\u0001", "echo", "body"), List.of("MDPX" + client.substring(4), "echo"), List.of("", client, "echo"),
                List.of(worker), List.of(worker, ""), List.of(worker, "\0"), List.of(worker, unknown), List.of(worker, "\u00FF"),
                List.of(worker, "\u0001"), List.of(worker, "\u0001", ""), List.of(worker, "\u0001", TOO_LONG),
                List.of(worker, "\u0001", "echo", ""), List.of(worker, "\u0001\u0001", "echo"), List.of(worker, "\0\u0001", "echo"),
                List.of(worker, heartbeat, ""), List.of(worker, heartbeat, "x"), List.of(worker, disconnect, "")));
        List<String> head = new ArrayList<>(number);
        head.add(0, client);
        all.add(and(head, ""));
        all.add(and(head, TOO_LONG, "body"));
        if (!number.isEmpty()) {
            all.add(List.of(client, "", "echo", "body"));
            all.add(List.of(client, "\0", "echo", "body"));
            all.add(List.of(client, "\u0004", "echo", "body"));
            all.add(List.of(client, "\u0001\u0001", "echo", "body"));
        }
        List<String> addressed = new ArrayList<>(replies);
        addressed.add(request);
        for (String command : addressed) {
            all.add(List.of(worker, command));
            all.add(List.of(worker, command, ADDRESS));
            all.add(List.of(worker, command, ADDRESS, "body"));
            all.add(List.of(worker, command, "", "", "body"));
            all.add(List.of(worker, command, TOO_LONG, "", "body"));
        }
        return all;
    }

    private static Stream<List<String>> capacities() {
        return Stream.of("", "\u0001", "\0\0\0\0\u0001", "\0\0\0\0").map(capacity -> List.of("GDPW03", "\u0001", "echo", capacity));
    }

    private static Stream<List<String>> zproto() {
        return Stream.of(
                List.of(""), List.of("\u00AA"), List.of(SIGNATURE), List.of("\u00AA\u00A5\u0004\u0006MDPW02\u0001\u0004echo"),
                List.of("\u00A4\u00AA\u0004\u0006MDPW02\u0001\u0004echo"), List.of("", SIGNATURE + "\u0004\u0006MDPW02\u0001\u0004echo"),
                List.of(SIGNATURE + "\0\u0006MDPW02\u0001\u0004echo"), List.of(SIGNATURE + "\0\u0006MDPC02\0\u0004echo", "body"),
                List.of(SIGNATURE + "\n\u0006MDPW02\u0007"), List.of(SIGNATURE + "\u00FF\u0006MDPW02\u00FC"),
                List.of(SIGNATURE + "\u0004\u0006MDPC02\u0001\u0004echo"), List.of(SIGNATURE + "\u0004\u0006MDPW01\u0001\u0004echo"),
                List.of(SIGNATURE + "\u0004\u0005MDPW0\u0001\u0004echo"), List.of(SIGNATURE + "\u0004\u00FFMDPW02\u0001\u0004echo"),
                List.of(SIGNATURE + "\u0004\u0006MDPW02\u0002\u0004echo"), List.of(SIGNATURE + "\u0004\u0006MDPW02\u0001\u0005echo"),
                List.of(SIGNATURE + "\u0004\u0006MDPW02\u0001\u0003echo"), List.of(SIGNATURE + "\u0004\u0006MDPW02\u0001\u00FFecho"),
                List.of(SIGNATURE + "\u0004\u0006MDPW02\u0001\0"), List.of(SIGNATURE + "\u0004\u0006MDPW02\u0001\u0004echo", ""),
                List.of(SIGNATURE + "\u0001\u0006MDPC02\u0001\0", "body"), List.of(SIGNATURE + "\u0001\u0006MDPC02\u0002\u0004echo", "body"),
                List.of(SIGNATURE + "\u0002\u0006MDPC02\u0001\u0004echo", "body"), List.of(SIGNATURE + "\u0003\u0006MDPW02\u0003\u0004echo", "body"),
                List.of(SIGNATURE + "\u0005\u0006MDPW02\u0002"), List.of(SIGNATURE + "\u0005\u0006MDPW02\u0002", ADDRESS),
                List.of(SIGNATURE + "\u0005\u0006MDPW02\u0002", "", "", "body"), List.of(SIGNATURE + "\u0005\u0006MDPW02\u0002", ADDRESS, "body"),
                List.of(SIGNATURE + "\u0006\u0006MDPW02\u0003", TOO_LONG, "", "body"), List.of(SIGNATURE + "\u0006\u0006MDPW02\u0004", ADDRESS, "", "body"),
                List.of(SIGNATURE + "\u0007\u0006MDPW02\u0004\u0004echo", ADDRESS, "", "body"), List.of(SIGNATURE + "\u0008\u0006MDPW02\u0005\0"),
                List.of(SIGNATURE + "\u0008\u0006MDPW02\u0005", ""), List.of(SIGNATURE + "\u0009\u0006MDPW02\u0006", "x"));
    }

    private static List<String> and(List<String> head, String... rest) {
        List<String> all = new ArrayList<>(head);
        all.addAll(List.of(rest));
        return all;
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void frames_that_are_wrong_either_way(Dialect dialect, List<String> frames) {
        String[] array = frames.toArray(String[]::new);
        for (Direction direction : Direction.values()) {
            Commands.assertMalformed(dialect, Vector.message(dialect, array), direction);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "FF", "FF 0000", "FF FFFFFFFF", "FF 80000000 4D", "06 4D44504330", "FE 00", "00", "06 4D4450433031", "06 4D4450433031 04 656368",
        "06 4D4450433031 04 6563686F FF", "06 4D4450433031 04 6563686F FF 0000", "06 4D4450433031 04 6563686F FF FFFFFFFF 61",
        "06 4D4450433031 04 6563686F 02 61", "06 4D4450433031 00", "00 06 4D4450433031 04 6563686F", "06 4D4450433032 04 6563686F 01 61",
        "07 4D445043303100 04 6563686F", "05 4D44504330 04 6563686F"
    })
    void packing_by_MME(String hex) {
        Commands.assertMalformed(Dialect.GDP, Frames.singlePart(hex), TO_BROKER);
        Commands.assertMalformed(Dialect.GDP_02, Frames.singlePart(hex), TO_BROKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "06", "060000", "06000000", "FFFFFFFF", "00000080 4D", "07000000 4D4450433031", "06000000 4D4450433031",
        "06000000 4D4450433031 00000000", "06000000 4D4450433031 04000000 656368", "06000000 4D4450433031 04000000 6563686F 01",
        "06000000 4D4450433031 04000000 6563686F 010000", "06000000 4D4450433031 04000000 6563686F 02000000 61",
        "06000000 4D4450433031 04000000 6563686F FFFFFFFF 61", "06000000 4D4450433031 04000000 6563686F 00000080 61",
        "06000000 4D4450433031 04000000 6563686F 00000001 61", "06000000 4D4450433031 00000004 6563686F 01000000 61"
    })
    void packing_in_32_bits(String littleEndian) {
        Commands.assertMalformed(Dialect.GDP_LE32, Frames.singlePart(littleEndian), TO_BROKER);
        StringBuilder bigEndian = new StringBuilder();
        for (String word : littleEndian.split(" ")) {
            bigEndian.append(word.startsWith("4D") || word.startsWith("65") || word.length() < 8 ? word : reversed(word));
        }
        Commands.assertMalformed(Dialect.GDP_BE32, Frames.singlePart(bigEndian.toString()), TO_BROKER);
    }

    private static String reversed(String word) {
        return word.substring(6, 8) + word.substring(4, 6) + word.substring(2, 4) + word.substring(0, 2);
    }

    @Test
    void a_layout_that_is_another_ones() {
        Commands.assertMalformed(Dialect.MDP_01, Frames.multipart("MDPC01", "echo", "a"), TO_BROKER);
        Commands.assertMalformed(Dialect.MDP_01, Frames.multipart("x", "MDPC01", "echo", "a"), TO_BROKER);
        Commands.assertMalformed(Dialect.MDP_01, Frames.multipart(""), TO_BROKER);
        Commands.assertMalformed(Dialect.MDP_0X, Frames.multipart("MDPC0X", "echo", "a"), TO_BROKER);
        Commands.assertMalformed(Dialect.MDP_02, Frames.multipart("", "MDPC02", "\u0001", "echo", "a"), TO_BROKER);
        Commands.assertMalformed(Dialect.GDP, Frames.multipart("MDPC01", "echo"), TO_BROKER);
        Commands.assertMalformed(Dialect.GDP_02, Frames.multipart("MDPC02", "\u0001", "echo"), TO_BROKER);
        Commands.assertMalformed(Dialect.GDP_03, Frames.multipart("GDPC03", "\u0001", TICKET, "echo"), TO_BROKER);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void octets_changed_anywhere_never_cost_more_than_the_message(Vector vector) {
        ZmtpMessage original = vector.message();
        for (int part = 0; part < original.size(); part++) {
            for (int at = 0; at < Math.min(64, original.part(part).readableBytes()); at++) {
                ZmtpMessage changed = vector.message();
                ByteBuf octets = changed.part(part);
                octets.setByte(octets.readerIndex() + at, octets.getByte(octets.readerIndex() + at) ^ 0x81);
                List<ByteBuf> parts = Commands.parts(changed);
                try {
                    Dialect dialect = DialectDetector.detect(changed);
                    dialect.decode(changed.retain(), vector.direction()).release();
                } catch (GdpException malformed) {
                    assertThat(malformed.reason()).isEqualTo(GdpException.Reason.MALFORMED);
                }
                changed.release();
                assertThat(parts).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
            }
        }
        original.release();
    }
}
