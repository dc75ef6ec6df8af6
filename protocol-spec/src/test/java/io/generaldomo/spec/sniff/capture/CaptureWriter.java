package io.generaldomo.spec.sniff.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Packets as files, in either format and order of octets. */
final class CaptureWriter {
    private final ByteBuffer out;

    private CaptureWriter(ByteOrder order) {
        out = ByteBuffer.allocate(1 << 20).order(order);
    }

    static byte[] pcap(List<Packet> packets, ByteOrder order, boolean nanoseconds) {
        CaptureWriter file = new CaptureWriter(order);
        file.out.putInt(nanoseconds ? PcapReader.NANOSECONDS : PcapReader.MICROSECONDS).putShort((short) 2).putShort((short) 4);
        file.out.putLong(0).putInt(262144).putInt(packets.get(0).linkType());
        for (Packet packet : packets) {
            int fraction = packet.time().getNano() / (nanoseconds ? 1 : 1000);
            int size = packet.octets().length;
            file.out.putInt((int) packet.time().getEpochSecond()).putInt(fraction).putInt(size).putInt(size).put(packet.octets());
        }
        return file.octets();
    }

    /** With the resolution of nanoseconds, and a block that nobody knows. */
    static byte[] pcapng(List<Packet> packets, ByteOrder order) {
        CaptureWriter file = new CaptureWriter(order);
        file.block(PacketReader.PCAPNG, file.body(16).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1));
        ByteBuffer description = file.body(20).putShort((short) packets.get(0).linkType()).putShort((short) 0).putInt(0);
        file.block(1, description.putShort((short) 9).putShort((short) 1).put((byte) 9).position(16).putInt(0));
        file.block(0x0BAD, file.body(8).putLong(42));
        for (Packet packet : packets) {
            long ticks = packet.time().getEpochSecond() * 1_000_000_000L + packet.time().getNano();
            int size = packet.octets().length;
            ByteBuffer body = file.body(20 + (size + 3 & ~3)).putInt(0).putInt((int) (ticks >>> 32)).putInt((int) ticks);
            body.putInt(size).putInt(size).put(packet.octets());
            file.block(6, body);
        }
        return file.octets();
    }

    private ByteBuffer body(int size) {
        return ByteBuffer.allocate(size).order(out.order());
    }

    private void block(int type, ByteBuffer body) {
        int length = body.capacity() + 12;
        out.putInt(type).putInt(length).put(body.array()).putInt(length);
    }

    private byte[] octets() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
