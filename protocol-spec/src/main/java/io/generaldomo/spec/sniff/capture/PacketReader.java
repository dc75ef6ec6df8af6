package io.generaldomo.spec.sniff.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Packets of a file, in its order. Confined. */
interface PacketReader {
    /** The first octets of a pcapng file, which read the same in either order. */
    int PCAPNG = 0x0A0D0D0A;

    /**
     * The next packet.
     *
     * @return null at the end
     * @throws CaptureException if the file is none from here on
     */
    @Nullable Packet next() throws IOException, CaptureException;

    /**
     * A reader for the format that the file has.
     *
     * @throws CaptureException if it is neither
     */
    static PacketReader of(Words file) throws IOException, CaptureException {
        ByteBuffer magic = file.next(4);
        if (magic.remaining() < 4) {
            throw new CaptureException("neither pcap nor pcapng", 0);
        }
        if (magic.getInt(0) == PCAPNG) {
            return new PcapngReader(file);
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            int word = magic.order(order).getInt(0);
            if (word == PcapReader.MICROSECONDS || word == PcapReader.NANOSECONDS) {
                file.setOrder(order);
                return new PcapReader(file, word == PcapReader.NANOSECONDS);
            }
        }
        throw new CaptureException("neither pcap nor pcapng", 0);
    }
}
