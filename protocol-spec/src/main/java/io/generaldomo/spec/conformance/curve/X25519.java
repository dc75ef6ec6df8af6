package io.generaldomo.spec.conformance.curve;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Keys of CURVE: the JDK's X25519, with octets in and out. Stateless. */
final class X25519 {
    private static final String NAME = "X25519";
    private static final int LENGTH = 32;
    private static final byte[] BASE = basePoint();
    private static final SecureRandom RANDOM = new SecureRandom();

    private X25519() {}

    /** Octets that make a secret key, a nonce or a cookie. */
    static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    static byte[] publicKey(byte[] secret) {
        return shared(secret, BASE);
    }

    /** The product of both, which is never zero: the JDK refuses points of small order. */
    static byte[] shared(byte[] secret, byte[] point) {
        try {
            KeyFactory factory = KeyFactory.getInstance(NAME);
            PrivateKey own = factory.generatePrivate(new XECPrivateKeySpec(new NamedParameterSpec(NAME), secret));
            PublicKey other = factory.generatePublic(new XECPublicKeySpec(new NamedParameterSpec(NAME), coordinate(point)));
            KeyAgreement agreement = KeyAgreement.getInstance(NAME);
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key of CURVE", e);
        }
    }

    private static BigInteger coordinate(byte[] point) {
        byte[] bigEndian = new byte[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            bigEndian[at] = point[LENGTH - 1 - at];
        }
        bigEndian[0] &= 0x7f;
        return new BigInteger(1, bigEndian);
    }

    private static byte[] basePoint() {
        byte[] point = new byte[LENGTH];
        point[0] = 9;
        return point;
    }
}
