package io.generaldomo.spec.sniff.capture;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An interface that packets of a pcapng file came by.
 *
 * @param linkType what its packets begin with
 * @param ticksPerSecond the unit of its times
 * @param offset seconds to add to them
 */
record CaptureInterface(int linkType, BigInteger ticksPerSecond, long offset) {
    private static final int OPTIONS = 8;
    private static final int RESOLUTION = 9;
    private static final int OFFSET = 14;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** The body of an interface description block. */
    static CaptureInterface read(ByteBuffer body) {
        BigInteger ticks = BigInteger.valueOf(1_000_000);
        long offset = 0;
        int at = OPTIONS;
        while (at + 4 <= body.capacity() && body.getShort(at) != 0) {
            int code = body.getShort(at) & 0xffff;
            int length = body.getShort(at + 2) & 0xffff;
            if (code == RESOLUTION) {
                int power = body.get(at + 4) & 0x7f;
                ticks = BigInteger.valueOf(body.get(at + 4) < 0 ? 2 : 10).pow(power);
            } else if (code == OFFSET) {
                offset = body.getLong(at + 4);
            }
            at += 4 + (length + 3 & ~3);
        }
        return new CaptureInterface(body.getShort(0) & 0xffff, ticks, offset);
    }

    /** The time of an unsigned number of ticks. */
    Instant time(long ticks) {
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(ticks));
        BigInteger[] parts = unsigned.divideAndRemainder(ticksPerSecond);
        long seconds = parts[0].min(BigInteger.valueOf(Integer.MAX_VALUE * 2L)).longValue();
        long far = Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, offset)); // no clock is further off
        return Instant.ofEpochSecond(seconds + far, parts[1].multiply(NANOS).divide(ticksPerSecond).longValue());
    }
}
