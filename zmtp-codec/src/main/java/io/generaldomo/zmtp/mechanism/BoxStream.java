package io.generaldomo.zmtp.mechanism;

import java.util.Arrays;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Boxes whose nonces differ in their last eight octets only, as those of one direction of a connection do: what comes before is worked into the
 * key once. In place: 16 octets of authenticator, then the text.
 */
final class BoxStream {
    /** Octets of the authenticator. */
    static final int MAC = 16;

    private final Keystream keystream;
    private final Poly1305 poly = new Poly1305();
    private final byte[] onceKey = new byte[Keystream.KEY_LENGTH];
    private final byte[] computed = new byte[MAC];

    /** Overwrites the key that it is given. */
    BoxStream(byte[] key) {
        keystream = new Keystream(key);
        Arrays.fill(key, (byte) 0);
    }

    /** Seals the text behind 16 octets, and puts the authenticator there. The length is that of the text. */
    void seal(long nonce, byte[] octets, int start, int length) {
        begin(nonce, length);
        keystream.xor(octets, start + MAC, length);
        poly.update(octets, start + MAC, length);
        poly.doFinal(octets, start);
    }

    /** Opens the text behind 16 octets of authenticator; false, and nothing touched, if they do not fit. The length is that of the text. */
    boolean open(long nonce, byte[] octets, int start, int length) {
        begin(nonce, length);
        poly.update(octets, start + MAC, length);
        poly.doFinal(computed, 0);
        if (!org.bouncycastle.util.Arrays.constantTimeAreEqual(MAC, computed, 0, octets, start)) {
            return false;
        }
        keystream.xor(octets, start + MAC, length);
        return true;
    }

    private void begin(long nonce, int length) {
        keystream.begin(nonce, length);
        keystream.copyKey(onceKey);
        authenticateWith(onceKey);
    }

    /** The one object that a frame costs: Bouncy Castle does not promise that a parameter which is written to anew would be read anew. */
    private void authenticateWith(byte[] key) {
        poly.init(new KeyParameter(key));
    }

    void wipe() {
        keystream.wipe();
        Arrays.fill(onceKey, (byte) 0);
        authenticateWith(onceKey); // the engine keeps what it was begun with last
    }
}
