package io.generaldomo.zmtp.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes new inputs of old ones. All it does follows from the random numbers it is given. */
final class Mutation {
    /** Where lengths change their form, their sign, or meet a limit. */
    private static final long[] BORDERS = {
        0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 32, 33, 34, 63, 64, 65, 127, 128, 254, 255, 256, 257, 1000, 1001, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000,
        0x400_0000, 0x400_0001, 0x7FFF_FFFF, 0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };
    private static final int MOST_STEPS = 4;

    private final Random random;
    private final int longest;

    Mutation(Random random, int longest) {
        this.random = random;
        this.longest = longest;
    }

    /** One of the inputs, changed in a few places. */
    byte[] of(List<byte[]> inputs) {
        byte[] made = any(inputs);
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            made = step(made, inputs);
        }
        return made.length <= longest ? made : Arrays.copyOf(made, longest);
    }

    private byte[] any(List<byte[]> inputs) {
        return inputs.get(random.nextInt(inputs.size())).clone();
    }

    private byte[] step(byte[] from, List<byte[]> inputs) {
        int at = random.nextInt(from.length + 1);
        int to = at + random.nextInt(Math.min(from.length - at, 40) + 1);
        return switch (random.nextInt(9)) {
            case 0 -> changed(from, octet -> (byte) (octet ^ 1 << random.nextInt(8)));
            case 1 -> changed(from, octet -> (byte) random.nextInt(256));
            case 2 -> overwritten(from, at, border());
            case 3 -> replaced(from, at, at, border());
            case 4 -> replaced(from, at, to, new byte[0]);
            case 5 -> replaced(from, at, at, Arrays.copyOfRange(from, at, to));
            case 6 -> replaced(from, at, at, noise());
            case 7 -> replaced(from, from.length, from.length, any(inputs));
            default -> replaced(from, at, from.length, tail(any(inputs)));
        };
    }

    private byte[] changed(byte[] octets, Change change) {
        if (octets.length > 0) {
            int at = random.nextInt(octets.length);
            octets[at] = change.of(octets[at]);
        }
        return octets;
    }

    private byte[] border() {
        long number = BORDERS[random.nextInt(BORDERS.length)];
        byte[] octets = new byte[1 << random.nextInt(4)];
        boolean mostSignificantFirst = random.nextBoolean();
        for (int i = 0; i < octets.length; i++) {
            octets[mostSignificantFirst ? octets.length - 1 - i : i] = (byte) (number >>> 8 * i);
        }
        return octets;
    }

    private byte[] noise() {
        byte[] octets = new byte[random.nextInt(random.nextInt(20) == 0 ? longest : 20)];
        random.nextBytes(octets);
        return octets;
    }

    private byte[] tail(byte[] octets) {
        return Arrays.copyOfRange(octets, random.nextInt(octets.length + 1), octets.length);
    }

    private static byte[] overwritten(byte[] octets, int at, byte[] by) {
        System.arraycopy(by, 0, octets, at, Math.min(by.length, octets.length - at));
        return octets;
    }

    private static byte[] replaced(byte[] octets, int from, int to, byte[] by) {
        byte[] made = Arrays.copyOf(octets, octets.length - (to - from) + by.length);
        System.arraycopy(by, 0, made, from, by.length);
        System.arraycopy(octets, to, made, from + by.length, octets.length - to);
        return made;
    }

    @FunctionalInterface
    private interface Change {
        byte of(byte octet);
    }
}
