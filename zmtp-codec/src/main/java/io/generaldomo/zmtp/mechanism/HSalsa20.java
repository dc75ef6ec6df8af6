package io.generaldomo.zmtp.mechanism;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.Salsa20Engine;

/** Derives a key from a key and the first 16 octets of a nonce (Bernstein, "Extending the Salsa20 nonce"): the X in XSalsa20. */
final class HSalsa20 {
    private static final int ROUNDS = 20;
    private static final int WORDS = 16;
    private static final int KEY_LENGTH = 32;
    /** "expand 32-byte k", a quarter at each of these places. */
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private static final int[] CONSTANT_PLACES = {0, 5, 10, 15};
    private static final int[] KEY_PLACES = {1, 2, 3, 4, 11, 12, 13, 14};
    private static final int[] NONCE_PLACES = {6, 7, 8, 9};

    private HSalsa20() {}

    /** A key of 32 octets and 16 more as the core of Salsa20 takes them; in Salsa20 itself the 16 are a nonce and a counter. */
    static int[] input(byte[] key, byte[] nonce) {
        int[] in = new int[WORDS];
        for (int i = 0; i < CONSTANTS.length; i++) {
            in[CONSTANT_PLACES[i]] = CONSTANTS[i];
        }
        spread(key, KEY_PLACES, in);
        spread(nonce, NONCE_PLACES, in);
        return in;
    }

    static byte[] derive(byte[] key, byte[] nonce) {
        int[] in = input(key, nonce);
        int[] out = new int[WORDS];
        Salsa20Engine.salsaCore(ROUNDS, in, out);
        ByteBuffer derived = ByteBuffer.allocate(KEY_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        collect(in, out, CONSTANT_PLACES, derived);
        collect(in, out, NONCE_PLACES, derived);
        Arrays.fill(in, 0);
        Arrays.fill(out, 0);
        return derived.array();
    }

    private static void spread(byte[] octets, int[] places, int[] words) {
        ByteBuffer from = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        for (int place : places) {
            words[place] = from.getInt();
        }
    }

    /** Salsa20 ends with adding its input, which HSalsa20 does not. */
    private static void collect(int[] in, int[] out, int[] places, ByteBuffer to) {
        for (int place : places) {
            to.putInt(out[place] - in[place]);
        }
    }
}
