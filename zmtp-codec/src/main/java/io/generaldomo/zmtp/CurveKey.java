package io.generaldomo.zmtp;

import java.util.Arrays;

/**
 * A public key of CURVE: 32 octets, or 40 characters of Z85 (RFC 26/CURVEZMQ, 32/Z85). A secret key never comes alone: {@link CurveKeyPair}.
 *
 * <p>Immutable and thread-safe; usable as a map key.
 */
public final class CurveKey {
    /** Octets in a key. */
    public static final int LENGTH = 32;

    static final int TEXT_LENGTH = 40;

    private final byte[] octets;

    private CurveKey(byte[] octets) {
        this.octets = octets;
    }

    /**
     * The key made of these octets.
     *
     * @param octets {@value #LENGTH} octets; copied
     * @return the key
     * @throws IllegalArgumentException if their number is another
     */
    public static CurveKey of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("a CURVE key has " + LENGTH + " octets, not " + octets.length);
        }
        return new CurveKey(octets.clone());
    }

    /**
     * The key that a text stands for.
     *
     * @param text 40 characters of Z85
     * @return the key
     * @throws IllegalArgumentException if it is no such text; the message does not repeat it
     */
    public static CurveKey ofZ85(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("a CURVE key has " + TEXT_LENGTH + " characters of Z85, not " + text.length());
        }
        return new CurveKey(Z85.decode(text));
    }

    /**
     * The octets of this key.
     *
     * @return a copy
     */
    public byte[] octets() {
        return octets.clone();
    }

    /**
     * This key as text.
     *
     * @return 40 characters of Z85
     */
    public String z85() {
        return Z85.encode(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurveKey that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** The key as text: it is a public one. */
    @Override
    public String toString() {
        return z85();
    }
}
