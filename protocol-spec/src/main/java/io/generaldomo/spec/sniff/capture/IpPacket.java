package io.generaldomo.spec.sniff.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the TCP segment in a packet of IP, version 4 or 6. Fragments are not put together: TCP does not send any unless somebody makes it. Stateless. */
final class IpPacket {
    private static final int TCP = 6;
    private static final int SMALLEST_TCP = 20;

    private IpPacket() {}

    /** The segment; null if there is none. */
    static @Nullable Segment segment(Packet packet) {
        int start = LinkLayer.ip(packet);
        byte[] octets = packet.octets();
        if (start < 0 || start >= octets.length) {
            return null;
        }
        ByteBuffer ip = ByteBuffer.wrap(octets, start, octets.length - start).slice();
        try {
            return switch (ip.get(0) >> 4 & 0xf) {
                case 4 -> version4(ip);
                case 6 -> version6(ip);
                default -> null;
            };
        } catch (IndexOutOfBoundsException tooShort) {
            return null;
        }
    }

    private static @Nullable Segment version4(ByteBuffer ip) {
        int header = (ip.get(0) & 0xf) * 4;
        boolean fragment = (ip.getShort(6) & 0x3fff) != 0;
        if (fragment || ip.get(9) != TCP || header < 20) {
            return null;
        }
        int total = ip.getShort(2) & 0xffff;
        // Zero where the network card is to cut the packet into smaller ones.
        return tcp(ip, header, total == 0 ? ip.capacity() : total, address(ip, 12, 4), address(ip, 16, 4));
    }

    private static @Nullable Segment version6(ByteBuffer ip) {
        int total = ip.getShort(4) & 0xffff;
        int next = ip.get(6) & 0xff;
        int at = 40;
        while (next == 0 || next == 43 || next == 60) { // hop by hop, routing, destination
            next = ip.get(at) & 0xff;
            at += ((ip.get(at + 1) & 0xff) + 1) * 8;
        }
        return next == TCP ? tcp(ip, at, total == 0 ? ip.capacity() : 40 + total, address(ip, 8, 16), address(ip, 24, 16)) : null;
    }

    private static InetAddress address(ByteBuffer ip, int at, int length) {
        byte[] octets = new byte[length];
        ip.get(at, octets);
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for other lengths
        }
    }

    private static @Nullable Segment tcp(ByteBuffer ip, int at, int end, InetAddress source, InetAddress destination) {
        int header = (ip.get(at + 12) >> 4 & 0xf) * 4;
        int size = end - at - header;
        if (header < SMALLEST_TCP || size < 0) {
            return null;
        }
        int from = Math.min(ip.capacity(), at + header);
        int to = Math.min(ip.capacity(), at + header + size);
        byte[] payload = Arrays.copyOfRange(ip.array(), ip.arrayOffset() + from, ip.arrayOffset() + to);
        return new Segment(
                new InetSocketAddress(source, ip.getShort(at) & 0xffff), new InetSocketAddress(destination, ip.getShort(at + 2) & 0xffff),
                ip.getInt(at + 4), ip.getInt(at + 8), ip.get(at + 13) & 0xff, payload, size);
    }
}
