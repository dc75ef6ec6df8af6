package io.generaldomo.spec.sniff;

import java.util.Arrays;

/** Octets of something whose length is known but which need not be kept whole. Grows as octets come, never because a length was declared. Confined. */
final class Octets {
    /** How many are kept. */
    static final int LIMIT = 64 * 1024;

    private byte[] kept = new byte[64];
    private int keptLength;
    private long length;
    private long missing;

    /** Adds octets. */
    void add(byte[] source, int from, int count) {
        if (missing == 0) {
            int room = Math.min(count, LIMIT - keptLength);
            if (keptLength + room > kept.length) {
                kept = Arrays.copyOf(kept, Math.min(LIMIT, Math.max(kept.length * 2, keptLength + room)));
            }
            System.arraycopy(source, from, kept, keptLength, room);
            keptLength += room;
        }
        length += count;
    }

    /** Counts octets that nobody saw. Nothing behind them is kept, so that what is kept is contiguous. */
    void addMissing(long count) {
        length += count;
        missing += count;
    }

    long length() {
        return length;
    }

    long missing() {
        return missing;
    }

    /** An unsigned octet among those kept. */
    int at(int index) {
        return kept[index] & 0xff;
    }

    /** Eight octets, most significant first; negative from 2^63 on. */
    long longAt(int index) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | at(index + i);
        }
        return value;
    }

    byte[] kept() {
        return Arrays.copyOf(kept, keptLength);
    }

    /** What is kept from an index on. */
    byte[] keptFrom(int index) {
        return Arrays.copyOfRange(kept, Math.min(index, keptLength), keptLength);
    }
}
