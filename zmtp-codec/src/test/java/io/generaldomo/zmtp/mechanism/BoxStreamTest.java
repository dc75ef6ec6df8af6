package io.generaldomo.zmtp.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import com.neilalexander.jnacl.crypto.curve25519xsalsa20poly1305;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside jnacl, which shares no code with ours. */
class BoxStreamTest {
    /** Octets in front of a box and behind it, which are nobody's business. */
    private static final int AROUND = 5;

    private final Random random = new Random(26);
    private final byte[] key = octets(32);
    private final byte[] name = octets(16);
    private final BoxStream sender = new BoxStream(HSalsa20.derive(key, name));
    private final BoxStream receiver = new BoxStream(HSalsa20.derive(key, name));

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private byte[] boxOfJnacl(long nonce, byte[] text) {
        byte[] padded = new byte[32 + text.length];
        System.arraycopy(text, 0, padded, 32, text.length);
        byte[] box = new byte[padded.length];
        byte[] fullNonce = ByteBuffer.allocate(24).put(name).putLong(nonce).array();
        curve25519xsalsa20poly1305.crypto_box_afternm(box, padded, fullNonce, key);
        return Arrays.copyOfRange(box, 16, box.length);
    }

    private byte[] framed(byte[] box) {
        byte[] octets = new byte[AROUND + box.length + AROUND];
        System.arraycopy(box, 0, octets, AROUND, box.length);
        return octets;
    }

    @Test
    void boxesOfEveryLengthAreThoseOfJnacl() {
        for (int length = 0; length <= 2_200; length++) {
            assertSame(length);
        }
        assertSame(65_537);
    }

    private void assertSame(int length) {
        long nonce = random.nextLong();
        byte[] text = octets(length);
        byte[] sealed = framed(boxOfJnacl(nonce, text));
        byte[] open = framed(ByteBuffer.allocate(BoxStream.MAC + length).position(BoxStream.MAC).put(text).array());

        byte[] octets = open.clone();
        sender.seal(nonce, octets, AROUND, length);
        assertThat(octets).as("sealed, %d octets", length).isEqualTo(sealed);

        assertThat(receiver.open(nonce, octets, AROUND, length)).isTrue();
        System.arraycopy(sealed, AROUND, open, AROUND, BoxStream.MAC);
        assertThat(octets).as("opened, %d octets", length).isEqualTo(open);
    }

    @Test
    void whatDoesNotFitIsNotTouched() {
        int length = 1_500;
        byte[] sealed = boxOfJnacl(7, octets(length));
        for (int i = 0; i < sealed.length; i++) {
            byte[] forged = sealed.clone();
            forged[i] ^= (byte) (1 << i % 8);
            byte[] octets = forged.clone();
            assertThat(receiver.open(7, octets, 0, length)).isFalse();
            assertThat(octets).isEqualTo(forged);
        }
        assertThat(receiver.open(8, sealed, 0, length)).isFalse();
        assertThat(receiver.open(7, sealed, 0, length)).isTrue();
    }

    @Test
    void theKeyIsOverwrittenWhereItCameFrom() {
        byte[] given = octets(32);
        BoxStream ignored = new BoxStream(given);
        assertThat(given).containsOnly(0);
        ignored.wipe();
    }
}
