package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Frames in one part, by 50/MME. Stateless. */
public final class Mme {
    private static final int LONG = 0xff;

    private Mme() {}

    /**
     * Frames in a part, each with the shortest size that will do.
     *
     * @param frames in their order
     * @return the part
     */
    public static byte[] pack(List<byte[]> frames) {
        return join(frames.stream().map(Mme::frame).toArray(byte[][]::new));
    }

    /**
     * One frame behind its size.
     *
     * @param octets of the frame
     * @return its place in the part
     */
    public static byte[] frame(byte[] octets) {
        return octets.length < LONG ? join(number(octets.length, 1), octets) : longFrame(octets);
    }

    /**
     * One frame behind a size in the long form.
     *
     * @param octets of the frame
     * @return its place in the part
     */
    public static byte[] longFrame(byte[] octets) {
        return join(longSize(octets.length), octets);
    }

    /**
     * A size in the long form.
     *
     * @param size read as unsigned
     * @return five octets
     */
    public static byte[] longSize(long size) {
        return join(number(LONG, 1), number(size, 4));
    }

    /**
     * The frames in a part.
     *
     * @param part to read
     * @return them, or nothing if it ends within one
     */
    public static Optional<List<byte[]>> unpack(byte[] part) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < part.length) {
            boolean isLong = (part[at] & 0xff) == LONG;
            int body = at + (isLong ? 5 : 1);
            if (body > part.length) {
                return Optional.empty();
            }
            long size = isLong ? Octets.number(part, at + 1, 4) : Octets.number(part, at, 1);
            if (size > part.length - body) {
                return Optional.empty();
            }
            at = body + (int) size;
            frames.add(Arrays.copyOfRange(part, body, at));
        }
        return Optional.of(frames);
    }
}
