package io.generaldomo.spec.sniff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How frames are packed into one part (50/MME; the 32-bit forms, see gdp.md). Stateless. */
enum Packing {
    /** An octet, or {@code FF} and four, most significant first. */
    MME,
    /** Four octets, least significant first. */
    LE32,
    /** Four octets, most significant first. */
    BE32;

    /** The most frames that are taken apart. */
    private static final int MOST_FRAMES = 2000;

    /**
     * The frames in a part. Where octets of it are lacking, those frames that begin in what is there.
     *
     * @param part the part
     * @return frames, or null if it does not end where one of them does
     */
    @Nullable List<Part> unpack(Part part) {
        List<Part> frames = new ArrayList<>();
        byte[] octets = part.octets();
        long at = 0;
        while (at < part.size() && frames.size() < MOST_FRAMES) {
            int width = this == MME && at < octets.length && octets[(int) at] != (byte) 0xff ? 1 : this == MME ? 5 : 4;
            if (at + width > octets.length) {
                return part.isWhole() ? null : frames;
            }
            long size = size(octets, (int) at, width);
            if (size > part.size() - at - width) {
                return null;
            }
            frames.add(part.slice(at + width, size));
            at += width + size;
        }
        return frames;
    }

    private long size(byte[] octets, int at, int width) {
        long size = 0;
        for (int i = width == 5 ? 1 : 0; i < width; i++) {
            int octet = octets[at + (this == LE32 ? width - 1 - i : i)] & 0xff;
            size = size << 8 | octet;
        }
        return size;
    }
}
