package io.generaldomo.zmtp;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * A secret key of CURVE with its public key (RFC 26/CURVEZMQ). Needs Bouncy Castle, as all of CURVE does.
 *
 * <p>Thread-safe as long as nobody calls {@link #wipe()}. {@code toString} shows the public key only.
 */
public final class CurveKeyPair {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final CurveKey publicKey;

    private CurveKeyPair(byte[] secret) {
        byte[] point = new byte[CurveKey.LENGTH];
        X25519.generatePublicKey(secret, 0, point, 0);
        this.secret = secret;
        this.publicKey = CurveKey.of(point);
    }

    private static void requireBouncyCastle() {
        try {
            Class.forName("org.bouncycastle.math.ec.rfc7748.X25519", false, CurveKeyPair.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("CURVE needs Bouncy Castle: add org.bouncycastle:bcprov-jdk18on", e);
        }
    }

    /**
     * A new key pair.
     *
     * @return a pair that nobody else has
     */
    public static CurveKeyPair generate() {
        requireBouncyCastle();
        byte[] secret = new byte[CurveKey.LENGTH];
        X25519.generatePrivateKey(RANDOM, secret);
        return new CurveKeyPair(secret);
    }

    /**
     * The pair that a secret key belongs to.
     *
     * @param secret 32 octets; copied
     * @return the pair
     * @throws IllegalArgumentException if their number is another
     */
    public static CurveKeyPair of(byte[] secret) {
        if (secret.length != CurveKey.LENGTH) {
            throw new IllegalArgumentException("a CURVE key has " + CurveKey.LENGTH + " octets, not " + secret.length);
        }
        requireBouncyCastle();
        return new CurveKeyPair(secret.clone());
    }

    /**
     * The pair that a secret key belongs to.
     *
     * @param secret 40 characters of Z85
     * @return the pair
     * @throws IllegalArgumentException if it is no such text; the message does not repeat it
     */
    public static CurveKeyPair ofZ85(String secret) {
        if (secret.length() != CurveKey.TEXT_LENGTH) {
            throw new IllegalArgumentException("a CURVE key has " + CurveKey.TEXT_LENGTH + " characters of Z85, not " + secret.length());
        }
        requireBouncyCastle();
        return new CurveKeyPair(Z85.decode(secret));
    }

    /**
     * The key to give to others.
     *
     * @return the public key
     */
    public CurveKey publicKey() {
        return publicKey;
    }

    /**
     * The key to keep.
     *
     * @return a copy of the octets of the secret key, for the caller to overwrite
     */
    public byte[] secretOctets() {
        return secret.clone();
    }

    /**
     * The key to keep, as text for a file that only its owner can read.
     *
     * @return 40 characters of Z85
     */
    public String secretZ85() {
        return Z85.encode(secret);
    }

    /** Overwrites the secret key. The pair is of no use afterwards, to nobody who shares it. */
    public void wipe() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurveKeyPair that && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return publicKey.hashCode();
    }

    @Override
    public String toString() {
        return "CurveKeyPair[public " + publicKey + ']';
    }
}
