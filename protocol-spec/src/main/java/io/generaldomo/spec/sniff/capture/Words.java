package io.generaldomo.spec.sniff.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a file front to back, in the order of octets of whoever wrote it. Confined. */
final class Words {
    /** The largest block that is taken for one: what is captured of a packet has at most 256 KiB. */
    static final long LARGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long offset;

    Words(InputStream in) {
        this.in = in;
    }

    void setOrder(ByteOrder order) {
        this.order = order;
    }

    /** Octets read so far. */
    long offset() {
        return offset;
    }

    /**
     * The next octets.
     *
     * @param count how many
     * @return as many; fewer at the end of the file
     */
    ByteBuffer next(long count) throws IOException {
        byte[] octets = in.readNBytes((int) Math.min(count, LARGEST));
        offset += octets.length;
        return ByteBuffer.wrap(octets).order(order);
    }
}
