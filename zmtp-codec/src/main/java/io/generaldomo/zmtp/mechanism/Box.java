package io.generaldomo.zmtp.mechanism;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Seals and opens what two key pairs exchange: {@code crypto_box} of NaCl, which is X25519, XSalsa20 and Poly1305. The same box from both sides.
 *
 * <p>A nonce has 24 octets: a name of 16 and a counter, or a name of 8 and 16 random octets.
 */
final class Box {
    private static final int NONCE = 24;
    private static final int NONCE_IN_KEY = 16;

    private final byte[] key;

    private Box(byte[] key) {
        this.key = key;
    }

    /**
     * The box between a pair and somebody else's key.
     *
     * @throws ZmtpException if the key is one of the few that make every pair share the same secret
     */
    static Box between(CurveKeyPair own, byte[] other) {
        byte[] secret = own.secretOctets();
        byte[] shared = new byte[CurveKey.LENGTH];
        try {
            if (!X25519.calculateAgreement(secret, 0, other, 0, shared, 0)) {
                throw new ZmtpException(Reason.CRYPTOGRAPHIC, "a public key that is none");
            }
            return new Box(HSalsa20.derive(shared, new byte[NONCE_IN_KEY]));
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(shared, (byte) 0);
        }
    }

    static byte[] nonce(String name, long counter) {
        return ByteBuffer.allocate(NONCE).put(name.getBytes(US_ASCII)).putLong(counter).array();
    }

    static byte[] nonce(String name, byte[] random) {
        return ByteBuffer.allocate(NONCE).put(name.getBytes(US_ASCII)).put(random).array();
    }

    byte[] seal(byte[] nonce, byte[] text) {
        byte[] box = new byte[BoxStream.MAC + text.length];
        System.arraycopy(text, 0, box, BoxStream.MAC, text.length);
        BoxStream stream = stream(nonce);
        stream.seal(counter(nonce), box, 0, text.length);
        stream.wipe();
        return box;
    }

    /** The text of a box that has room for an authenticator at least. */
    byte[] open(byte[] nonce, byte[] box) {
        byte[] copy = box.clone();
        BoxStream stream = stream(nonce);
        boolean opened = stream.open(counter(nonce), copy, 0, copy.length - BoxStream.MAC);
        stream.wipe();
        if (!opened) {
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "a box that cannot be opened: other keys, or somebody in between");
        }
        return Arrays.copyOfRange(copy, BoxStream.MAC, copy.length);
    }

    /** Boxes whose nonces begin with this name of 16 octets. */
    BoxStream stream(String name) {
        return stream(nonce(name, 0));
    }

    private BoxStream stream(byte[] nonce) {
        return new BoxStream(HSalsa20.derive(key, Arrays.copyOf(nonce, NONCE_IN_KEY)));
    }

    private static long counter(byte[] nonce) {
        return ByteBuffer.wrap(nonce).getLong(NONCE_IN_KEY);
    }

    void wipe() {
        Arrays.fill(key, (byte) 0);
    }
}
