package io.generaldomo.spec.sniff.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.spec.sniff.SightingLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The captures beside this class, and what the sniffer says of captures. */
final class Recording {
    private Recording() {}

    static byte[] octets(String name) {
        try (InputStream in = Objects.requireNonNull(Recording.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> expected(String name) {
        return new String(octets(name), UTF_8).lines().toList();
    }

    static List<Packet> packets(String name) {
        try {
            PacketReader reader = PacketReader.of(new Words(new ByteArrayInputStream(octets(name))));
            List<Packet> packets = new ArrayList<>();
            for (Packet packet = reader.next(); packet != null; packet = reader.next()) {
                packets.add(packet);
            }
            return packets;
        } catch (IOException | CaptureException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> lines(byte[] capture) {
        List<String> lines = new ArrayList<>();
        SightingLine line = new SightingLine();
        try {
            new CaptureSniffer(sighting -> lines.add(line.of(sighting))).read(new ByteArrayInputStream(capture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
