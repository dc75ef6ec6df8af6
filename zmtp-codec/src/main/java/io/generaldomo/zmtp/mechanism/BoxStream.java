package io.generaldomo.zmtp.mechanism;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Boxes whose nonces differ in their last eight octets only, as those of one direction of a connection do: what comes before is worked into the
 * key once. In place: 16 octets of authenticator, then the text.
 */
final class BoxStream {
    /** Octets of the authenticator. */
    static final int MAC = 16;

    private static final byte[] ZEROS = new byte[32];

    private final byte[] key;
    private final Salsa20Engine salsa = new Salsa20Engine();
    private final Poly1305 poly = new Poly1305();
    private final byte[] onceKey = new byte[ZEROS.length];
    private final byte[] computed = new byte[MAC];

    BoxStream(byte[] key) {
        this.key = key;
    }

    /** Seals the text behind 16 octets, and puts the authenticator there. The length is that of the text. */
    void seal(long nonce, byte[] octets, int start, int length) {
        begin(nonce);
        salsa.processBytes(octets, start + MAC, length, octets, start + MAC);
        poly.update(octets, start + MAC, length);
        poly.doFinal(octets, start);
    }

    /** Opens the text behind 16 octets of authenticator; false, and nothing touched, if they do not fit. The length is that of the text. */
    boolean open(long nonce, byte[] octets, int start, int length) {
        begin(nonce);
        poly.update(octets, start + MAC, length);
        poly.doFinal(computed, 0);
        if (!MessageDigest.isEqual(computed, Arrays.copyOfRange(octets, start, start + MAC))) {
            return false;
        }
        salsa.processBytes(octets, start + MAC, length, octets, start + MAC);
        return true;
    }

    private void begin(long nonce) {
        byte[] last = ByteBuffer.allocate(Long.BYTES).putLong(nonce).array();
        salsa.init(true, new ParametersWithIV(new KeyParameter(key), last));
        salsa.processBytes(ZEROS, 0, ZEROS.length, onceKey, 0);
        poly.init(new KeyParameter(onceKey));
    }

    void wipe() {
        Arrays.fill(key, (byte) 0);
        begin(0); // the engines keep what they were begun with last
        Arrays.fill(onceKey, (byte) 0);
    }
}
