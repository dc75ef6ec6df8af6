package io.generaldomo.spec.sniff;

import java.util.Arrays;

/**
 * A part of a message, or a frame that was packed into one.
 *
 * @param octets the first of its octets
 * @param size how many it has
 */
record Part(byte[] octets, long size) {
    boolean isEmpty() {
        return size == 0;
    }

    boolean isWhole() {
        return octets.length == size;
    }

    /** A piece of this one; what was not kept of it is not kept of the piece either. */
    Part slice(long from, long length) {
        int start = (int) Math.min(from, octets.length);
        int end = (int) Math.min(from + length, octets.length);
        return new Part(Arrays.copyOfRange(octets, start, end), length);
    }
}
