package io.generaldomo.zmtp;

import java.util.Arrays;

/** Octets as printable text, five characters for four octets (RFC 32/Z85). */
final class Z85 {
    private static final String ALPHABET =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
    private static final byte[] VALUES = new byte[128];
    private static final int BASE = 85;
    private static final int CHARACTERS = 5;
    private static final int OCTETS = 4;
    private static final long MOST = 0xFFFF_FFFFL;

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < BASE; i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private Z85() {}

    /** The text of octets, whose number is a multiple of four. */
    static String encode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length / OCTETS * CHARACTERS);
        for (int i = 0; i < octets.length; i += OCTETS) {
            long word = 0;
            for (int k = 0; k < OCTETS; k++) {
                word = word << 8 | octets[i + k] & 0xFF;
            }
            for (long divisor = BASE * BASE * BASE * BASE; divisor > 0; divisor /= BASE) {
                text.append(ALPHABET.charAt((int) (word / divisor % BASE)));
            }
        }
        return text.toString();
    }

    /**
     * The octets of a text.
     *
     * @throws IllegalArgumentException if it is no such text; the message does not repeat it, since it may be a secret
     */
    static byte[] decode(String text) {
        if (text.length() % CHARACTERS != 0) {
            throw new IllegalArgumentException("Z85 text comes in groups of five characters");
        }
        byte[] octets = new byte[text.length() / CHARACTERS * OCTETS];
        for (int i = 0, out = 0; i < text.length(); i += CHARACTERS) {
            long word = 0;
            for (int k = 0; k < CHARACTERS; k++) {
                word = word * BASE + value(text.charAt(i + k));
            }
            if (word > MOST) {
                throw new IllegalArgumentException("a group of Z85 text that stands for more than four octets");
            }
            for (int shift = 24; shift >= 0; shift -= 8) {
                octets[out++] = (byte) (word >>> shift);
            }
        }
        return octets;
    }

    private static int value(char c) {
        if (c >= VALUES.length || VALUES[c] < 0) {
            throw new IllegalArgumentException("a character that is not in the alphabet of Z85");
        }
        return VALUES[c];
    }
}
