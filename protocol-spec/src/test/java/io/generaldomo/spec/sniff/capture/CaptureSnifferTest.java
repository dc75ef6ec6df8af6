package io.generaldomo.spec.sniff.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files: those of real programs, of every form, and broken ones. */
class CaptureSnifferTest {
    private static final List<Packet> PACKETS = Recording.packets("libzmq.pcap");

    @ParameterizedTest
    @CsvSource({"libzmq.pcap, libzmq.txt", "libzmq-secured.pcapng, libzmq-secured.txt"})
    void realTrafficOfLibzmqReads(String capture, String lines) {
        assertThat(Recording.lines(Recording.octets(capture))).containsExactlyElementsOf(Recording.expected(lines));
    }

    @Test
    void everyFormatAndOrderOfOctetsReadsTheSame() {
        List<String> expected = Recording.expected("libzmq.txt");
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            assertThat(Recording.lines(CaptureWriter.pcap(PACKETS, order, false))).isEqualTo(expected);
            assertThat(Recording.lines(CaptureWriter.pcap(PACKETS, order, true))).isEqualTo(expected);
            assertThat(Recording.lines(CaptureWriter.pcapng(PACKETS, order))).isEqualTo(expected);
        }
    }

    @Test
    void sectionsOfSeveralOrdersReadOn() {
        byte[] first = CaptureWriter.pcapng(PACKETS, ByteOrder.BIG_ENDIAN);
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(CaptureWriter.pcapng(PACKETS, ByteOrder.LITTLE_ENDIAN), 0, both, first.length, first.length);
        assertThat(Recording.lines(both)).hasSize(2 * Recording.expected("libzmq.txt").size());
    }

    @ParameterizedTest
    @CsvSource({
        "101, ''",
        "228, ''",
        "0, 02000000",
        "108, 00000002",
        "1, 0000000000000000000000008100000188a800020800",
        "113, 00000304000600000000000000000800",
        "276, 0800000000000001030406000000000000000000",
    })
    void everyLinkTypeReadsTheSame(int linkType, String hex) {
        byte[] header = HexFormat.of().parseHex(hex);
        assertThat(linesOf(linkType, packet -> {
            byte[] ip = Arrays.copyOfRange(packet, 14, packet.length);
            byte[] octets = Arrays.copyOf(header, header.length + ip.length);
            System.arraycopy(ip, 0, octets, header.length, ip.length);
            return octets;
        })).isEqualTo(Recording.expected("libzmq.txt"));
    }

    @Test
    void version6OfIpReadsTheSameButForAddresses() {
        List<String> lines = linesOf(101, packet -> {
            byte[] tcp = Arrays.copyOfRange(packet, 14 + 20, 14 + ((packet[16] & 0xff) << 8 | packet[17] & 0xff));
            byte[] octets = new byte[40 + 8 + tcp.length];
            octets[0] = 0x60;
            octets[4] = (byte) (tcp.length + 8 >> 8);
            octets[5] = (byte) (tcp.length + 8);
            octets[23] = 1;
            octets[39] = 1;
            octets[40] = 6; // behind options from hop to hop
            System.arraycopy(tcp, 0, octets, 48, tcp.length);
            return octets;
        });
        assertThat(lines).isEqualTo(Recording.expected("libzmq.txt").stream().map(line -> line.replace("127.0.0.1", "[0:0:0:0:0:0:0:1]")).toList());
    }

    private static List<String> linesOf(int linkType, UnaryOperator<byte[]> change) {
        List<Packet> changed = PACKETS.stream().map(packet -> new Packet(packet.time(), linkType, change.apply(packet.octets()))).toList();
        return Recording.lines(CaptureWriter.pcap(changed, ByteOrder.LITTLE_ENDIAN, false));
    }

    @Test
    void unknownLinkTypeIsTold() {
        assertThat(linesOf(147, octets -> octets)).singleElement().asString().contains("packets of the link type 147 were passed over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"libzmq.pcap", "libzmq-secured.pcapng"})
    void captureThatEndsAnywhereReadsUpToThere(String name) {
        byte[] whole = Recording.octets(name);
        List<String> all = Recording.lines(whole);
        for (int length = 0; length < whole.length; length += length < 2000 ? 1 : 13) {
            List<String> lines = Recording.lines(Arrays.copyOf(whole, length));
            // What the end cuts off in each connection, and the file itself, is told behind the rest.
            List<String> rest = lines.stream().filter(line -> !all.contains(line)).toList();
            assertThat(all.subList(0, lines.size() - rest.size())).isEqualTo(lines.subList(0, lines.size() - rest.size()));
            assertThat(rest).allMatch(line -> line.contains("the capture: ") || line.contains("ends in a "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"libzmq.pcap", "libzmq-secured.pcapng"})
    void garbageAnywhereIsNoFailure(String name) {
        byte[] whole = Recording.octets(name);
        Random random = new Random(1);
        for (int run = 0; run < 1500; run++) {
            byte[] broken = whole.clone();
            int from = random.nextInt(whole.length);
            byte[] garbage = new byte[1 + random.nextInt(20)];
            random.nextBytes(garbage);
            System.arraycopy(garbage, 0, broken, from, Math.min(garbage.length, whole.length - from));
            assertThat(Recording.lines(broken)).allMatch(line -> line.chars().noneMatch(c -> c < ' '));
        }
    }

    @Test
    void octetsThatAreNoCaptureAreTold() {
        Stream.of(new byte[0], new byte[] {1, 2, 3}, "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)).forEach(octets ->
                assertThat(Recording.lines(octets)).singleElement().asString().endsWith("the capture: neither pcap nor pcapng"));
        assertThat(CaptureSniffer.isCapture(new byte[] {(byte) 0xff, 0, 0, 0})).isFalse();
        assertThat(CaptureSniffer.isCapture(new byte[] {0x0a, 0x0d, 0x0d, 0x0a})).isTrue();
        assertThat(CaptureSniffer.isCapture(new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1})).isTrue();
    }
}
