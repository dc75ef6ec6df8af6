package io.generaldomo.spec.conformance.curve;

import io.generaldomo.spec.conformance.wire.Octets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A box of CurveZMQ between two keys: X25519, XSalsa20 and Poly1305, the tag before the text. Immutable.
 *
 * @param key that both sides derive from their own secret key and the other's public one
 */
record Box(byte[] key) {
    private static final int TAG = 16;

    static Box between(byte[] secret, byte[] other) {
        return new Box(Salsa20.hsalsa20(X25519.shared(secret, other), new byte[16]));
    }

    byte[] seal(byte[] nonce, byte[] text) {
        byte[] stream = Salsa20.xsalsa20(key, nonce, 32 + text.length);
        byte[] sealed = mixed(text, stream);
        return Octets.join(Poly1305.tag(Arrays.copyOf(stream, 32), sealed), sealed);
    }

    /** Nothing if the tag is wrong. */
    Optional<byte[]> open(byte[] nonce, byte[] box) {
        if (box.length < TAG) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(box, TAG, box.length);
        byte[] stream = Salsa20.xsalsa20(key, nonce, 32 + sealed.length);
        boolean isGood = Arrays.equals(Poly1305.tag(Arrays.copyOf(stream, 32), sealed), Arrays.copyOf(box, TAG));
        return isGood ? Optional.of(mixed(sealed, stream)) : Optional.empty();
    }

    private static byte[] mixed(byte[] text, byte[] stream) {
        byte[] mixed = new byte[text.length];
        for (int at = 0; at < text.length; at++) {
            mixed[at] = (byte) (text[at] ^ stream[32 + at]);
        }
        return mixed;
    }
}
