package io.generaldomo.spec.conformance.curve;

/**
 * A secret key and its public one.
 *
 * @param secret    32 octets
 * @param publicKey 32 octets
 */
record CurveKeys(byte[] secret, byte[] publicKey) {
    static CurveKeys of(byte[] secret) {
        return new CurveKeys(secret, X25519.publicKey(secret));
    }

    static CurveKeys random() {
        return of(X25519.random(32));
    }
}
