package io.generaldomo.spec.sniff.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The older format: a header, then packets.
 *
 * <pre>
 *  | magic | version | zone, accuracy | longest packet | link type |      24 octets
 *  | seconds | fraction | octets captured | octets in all | octets… |     each packet
 * </pre>
 */
final class PcapReader implements PacketReader {
    static final int MICROSECONDS = 0xA1B2C3D4;
    static final int NANOSECONDS = 0xA1B23C4D;

    private static final int HEADER_BEHIND_MAGIC = 20;
    private static final int PACKET_HEADER = 16;

    private final Words file;
    private final int nanosPerFraction;
    private final int linkType;

    PcapReader(Words file, boolean nanoseconds) throws IOException, CaptureException {
        this.file = file;
        this.nanosPerFraction = nanoseconds ? 1 : 1000;
        ByteBuffer header = file.next(HEADER_BEHIND_MAGIC);
        if (header.remaining() < HEADER_BEHIND_MAGIC) {
            throw new CaptureException("ends in its header", file.offset());
        }
        linkType = header.getInt(16) & 0xffff;
    }

    @Override
    public @Nullable Packet next() throws IOException, CaptureException {
        long start = file.offset();
        ByteBuffer header = file.next(PACKET_HEADER);
        if (!header.hasRemaining()) {
            return null;
        }
        if (header.remaining() < PACKET_HEADER) {
            throw new CaptureException("ends in the header of a packet", start);
        }
        Instant time = Instant.ofEpochSecond(header.getInt() & 0xffffffffL, (header.getInt() & 0xffffffffL) * nanosPerFraction);
        long captured = header.getInt() & 0xffffffffL;
        if (captured > Words.LARGEST) {
            throw new CaptureException("no packet is as large as this one says", start);
        }
        ByteBuffer octets = file.next(captured);
        if (octets.remaining() < captured) {
            throw new CaptureException("ends in a packet", start);
        }
        return new Packet(time, linkType, octets.array());
    }
}
