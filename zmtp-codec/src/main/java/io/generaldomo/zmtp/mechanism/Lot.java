package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import java.security.SecureRandom;
import java.util.Arrays;

/** What a handshake of CURVE draws by lot. Given to it, so that a handshake that was recorded can be gone through again. */
final class Lot {
    private static final SecureRandom SHARED = new SecureRandom();

    private final SecureRandom random;

    Lot(SecureRandom random) {
        this.random = random;
    }

    static Lot fair() {
        return new Lot(SHARED);
    }

    byte[] octets(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }

    /** The keys of one connection. */
    CurveKeyPair keys() {
        byte[] secret = octets(CurveKey.LENGTH);
        CurveKeyPair pair = CurveKeyPair.of(secret);
        Arrays.fill(secret, (byte) 0);
        return pair;
    }
}
