package io.generaldomo.spec.conformance.curve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Salsa20 with 20 rounds, HSalsa20, and the stream of XSalsa20, as their papers describe them. Stateless. */
final class Salsa20 {
    private static final int[] SIGMA = words("expand 32-byte k".getBytes(US_ASCII));
    private static final int BLOCK = 64;

    private Salsa20() {}

    /** A key of 32 octets from another and an input of 16. */
    static byte[] hsalsa20(byte[] key, byte[] input) {
        int[] x = rounds(state(words(key), words(input)));
        return octets(x[0], x[5], x[10], x[15], x[6], x[7], x[8], x[9]);
    }

    /** As many octets of the stream of XSalsa20 as asked for; the nonce has 24. */
    static byte[] xsalsa20(byte[] key, byte[] nonce, int length) {
        int[] inner = words(hsalsa20(key, Arrays.copyOf(nonce, 16)));
        int[] rest = words(Arrays.copyOfRange(nonce, 16, 24));
        ByteBuffer stream = ByteBuffer.allocate((length + BLOCK - 1) / BLOCK * BLOCK);
        for (int counter = 0; stream.hasRemaining(); counter++) {
            int[] state = state(inner, new int[] {rest[0], rest[1], counter, 0});
            int[] x = rounds(state.clone());
            for (int at = 0; at < x.length; at++) {
                x[at] += state[at];
            }
            stream.put(octets(x));
        }
        return Arrays.copyOf(stream.array(), length);
    }

    private static int[] state(int[] k, int[] n) {
        return new int[] {
            SIGMA[0], k[0], k[1], k[2], k[3], SIGMA[1], n[0], n[1], n[2], n[3], SIGMA[2], k[4], k[5], k[6], k[7], SIGMA[3]
        };
    }

    private static int[] rounds(int[] x) {
        for (int round = 0; round < 20; round += 2) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        return x;
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }

    private static int[] words(byte[] octets) {
        int[] words = new int[octets.length / 4];
        ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }

    private static byte[] octets(int... words) {
        ByteBuffer octets = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        octets.asIntBuffer().put(words);
        return octets.array();
    }
}
