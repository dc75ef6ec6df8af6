package io.generaldomo.zmtp.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are those of the NaCl distribution, tests/stream2.c. */
class KeystreamTest {
    private static final String KEY = "dc908dda0b9344a953629b733820778880f3ceb421bb61b91cbd4c3e66256ce4";
    private static final long NONCE = 0x8219e0036b7a0b37L;
    private static final String SHA_256_OF_4_MEBIBYTES = "662b9d0e3463029156069b12f918691a98f7dfb2ca0393c96bbfc6b1fbd630a2";

    private static byte[] stream(int length) {
        Keystream keystream = new Keystream(HexFormat.of().parseHex(KEY));
        byte[] octets = new byte[length];
        keystream.begin(NONCE, length - Keystream.KEY_LENGTH);
        keystream.copyKey(octets);
        keystream.xor(octets, Keystream.KEY_LENGTH, length - Keystream.KEY_LENGTH);
        return octets;
    }

    @Test
    void fourMebibytesAreThoseOfNacl() throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(stream(4 << 20));
        assertThat(HexFormat.of().formatHex(sum)).isEqualTo(SHA_256_OF_4_MEBIBYTES);
    }

    /** Blocks one by one, the first that come together, and the borders of sixteen. */
    @ParameterizedTest
    @ValueSource(ints = {32, 33, 63, 64, 65, 319, 320, 321, 384, 1023, 1024, 1025, 1344, 1345, 2047, 2048, 2049})
    void aShorterTextHasTheSameStream(int length) {
        assertThat(stream(length)).isEqualTo(Arrays.copyOf(stream(4096), length));
    }
}
