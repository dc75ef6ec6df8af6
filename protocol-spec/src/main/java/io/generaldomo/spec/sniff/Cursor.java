package io.generaldomo.spec.sniff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads fields from octets, front to back. Each is null, and nothing is taken, if there is not enough. Confined. */
final class Cursor {
    private final byte[] octets;
    private int at;

    Cursor(byte[] octets) {
        this.octets = octets;
    }

    int left() {
        return octets.length - at;
    }

    byte @Nullable [] take(long count) {
        if (count < 0 || count > left()) {
            return null;
        }
        at += (int) count;
        return Arrays.copyOfRange(octets, at - (int) count, at);
    }

    /** What a length of some octets, most significant first, says that follows it. */
    byte @Nullable [] sized(int width) {
        int start = at;
        byte[] length = take(width);
        byte[] value = length == null ? null : take(unsigned(length));
        if (value == null) {
            at = start;
        }
        return value;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        at = octets.length;
        return rest;
    }

    static long unsigned(byte[] octets) {
        long value = 0;
        for (byte octet : octets) {
            value = value << 8 | octet & 0xff;
        }
        return value;
    }
}
