package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.neilalexander.jnacl.crypto.curve25519;
import com.neilalexander.jnacl.crypto.curve25519xsalsa20poly1305;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** NaCl's boxes as jnacl makes them, which is nothing of ours, and what is needed to put commands together by hand. */
final class JnaclBox {
    private final byte[] shared = new byte[32];

    record Keys(byte[] open, byte[] secret) {
        static Keys fresh() {
            Keys keys = new Keys(new byte[32], new byte[32]);
            curve25519xsalsa20poly1305.crypto_box_keypair(keys.open, keys.secret);
            return keys;
        }

        static Keys of(byte[] secret) {
            byte[] open = new byte[32];
            curve25519.crypto_scalarmult_base(open, secret);
            return new Keys(open, secret);
        }
    }

    JnaclBox(byte[] open, Keys own) {
        curve25519xsalsa20poly1305.crypto_box_beforenm(shared, open, own.secret);
    }

    byte[] seal(byte[] nonce, byte[] text) {
        byte[] padded = new byte[32 + text.length];
        System.arraycopy(text, 0, padded, 32, text.length);
        byte[] box = new byte[padded.length];
        curve25519xsalsa20poly1305.crypto_box_afternm(box, padded, nonce, shared);
        return Arrays.copyOfRange(box, 16, box.length);
    }

    byte[] open(byte[] nonce, byte[] box) {
        byte[] padded = new byte[16 + box.length];
        System.arraycopy(box, 0, padded, 16, box.length);
        byte[] text = new byte[padded.length];
        assertThat(curve25519xsalsa20poly1305.crypto_box_open_afternm(text, padded, nonce, shared)).isZero();
        return Arrays.copyOfRange(text, 32, text.length);
    }

    static byte[] nonce(String name, long counter) {
        return join(name, octets(counter));
    }

    static byte[] octets(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    /** Octets of texts and arrays, one after the other. */
    static byte[] join(Object... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            all.writeBytes(piece instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : (byte[]) piece);
        }
        return all.toByteArray();
    }

    static byte[] frame(int flags, byte[] body) {
        return body.length <= 255
                ? join(new byte[] {(byte) flags, (byte) body.length}, body)
                : join(new byte[] {(byte) (flags | 2)}, octets(body.length), body);
    }

    /** The body of a single frame. */
    static byte[] body(byte[] frame) {
        return Arrays.copyOfRange(frame, (frame[0] & 2) == 0 ? 2 : 9, frame.length);
    }
}
