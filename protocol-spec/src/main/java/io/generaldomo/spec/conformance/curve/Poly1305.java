package io.generaldomo.spec.conformance.curve;

import java.math.BigInteger;
import java.util.Arrays;

/** The authenticator Poly1305 (RFC 8439, 2.5), with big integers. Stateless. */
final class Poly1305 {
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(130).subtract(BigInteger.valueOf(5));
    private static final BigInteger CLAMP = new BigInteger("0ffffffc0ffffffc0ffffffc0fffffff", 16);
    private static final int BLOCK = 16;

    private Poly1305() {}

    /** The tag of 16 octets for a key of 32. */
    static byte[] tag(byte[] key, byte[] text) {
        BigInteger r = number(key, 0, BLOCK).and(CLAMP);
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < text.length; at += BLOCK) {
            int end = Math.min(at + BLOCK, text.length);
            BigInteger block = number(text, at, end).setBit(8 * (end - at));
            sum = sum.add(block).multiply(r).mod(PRIME);
        }
        return lowest(sum.add(number(key, BLOCK, 2 * BLOCK)));
    }

    private static BigInteger number(byte[] octets, int from, int to) {
        return new BigInteger(1, reversed(Arrays.copyOfRange(octets, from, to)));
    }

    private static byte[] lowest(BigInteger number) {
        byte[] tag = new byte[BLOCK];
        for (int at = 0; at < BLOCK; at++) {
            tag[at] = number.shiftRight(8 * at).byteValue();
        }
        return tag;
    }

    private static byte[] reversed(byte[] octets) {
        byte[] reversed = new byte[octets.length];
        for (int at = 0; at < octets.length; at++) {
            reversed[at] = octets[octets.length - 1 - at];
        }
        return reversed;
    }
}
