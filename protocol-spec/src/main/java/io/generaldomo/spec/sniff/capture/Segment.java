package io.generaldomo.spec.sniff.capture;

import java.net.InetSocketAddress;

/**
 * A TCP segment.
 *
 * @param source who sent it
 * @param destination to whom
 * @param sequence number of its first octet
 * @param acknowledgement number of the octet that its sender waits for
 * @param flags of TCP
 * @param payload what was captured of its octets
 * @param size how many it has
 */
record Segment(
        InetSocketAddress source, InetSocketAddress destination, int sequence, int acknowledgement, int flags, byte[] payload, int size) {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
