package io.generaldomo.zmtp.mechanism;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.Salsa20Engine;

/**
 * The stream of Salsa20 for one nonce after the other: 32 octets that are the authenticator's key, then what the text is XORed with. Confined to
 * the event loop, like the box it belongs to; nothing in it depends on secrets but values.
 *
 * <p>A few blocks of 64 octets come from Bouncy Castle's core one by one; more come sixteen at a time, in loops that HotSpot turns into vector
 * instructions. {@code protocol-spec/decisions/0012} has the figures.
 */
final class Keystream {
    /** Octets at the beginning that are not for the text. */
    static final int KEY_LENGTH = 32;

    private static final int ROUNDS = 20;
    /** Words of a block. */
    private static final int WORDS = 16;
    private static final int BLOCK = WORDS * Integer.BYTES;
    /** Blocks that are made at once. */
    private static final int LANES = 16;
    /** As many blocks are as fast one by one. */
    private static final int FEW = 5;
    private static final int NONCE_PLACE = 6;
    /** Its upper half stays zero: no frame has 2^32 blocks. */
    private static final int COUNTER_PLACE = 8;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] input;
    /** The same word of all blocks side by side: word w of block b is at w * LANES + b. */
    private final int[] stream = new int[WORDS * LANES];
    private final int[] block = new int[WORDS];

    Keystream(byte[] key) {
        input = HSalsa20.input(key, new byte[WORDS]);
    }

    /** Goes to the beginning of the stream of a nonce, for a text of this length. */
    void begin(long nonce, int length) {
        long littleEndian = Long.reverseBytes(nonce);
        input[NONCE_PLACE] = (int) littleEndian;
        input[NONCE_PLACE + 1] = (int) (littleEndian >>> Integer.SIZE);
        input[COUNTER_PLACE] = 0;
        next(KEY_LENGTH + (long) length);
    }

    /** Copies the octets at the beginning. */
    void copyKey(byte[] to) {
        for (int at = 0; at < KEY_LENGTH; at += Integer.BYTES) {
            WORD.set(to, at, stream[at / Integer.BYTES * LANES]);
        }
    }

    /** XORs a text, whose length {@link #begin} was told, with what comes after the key. Once for a nonce. */
    void xor(byte[] octets, int start, int length) {
        int end = start + length;
        int at = start;
        int lane = 0;
        int word = KEY_LENGTH / Integer.BYTES;
        while (at < end) {
            if (lane == LANES) {
                next(end - at);
                lane = 0;
            }
            int wholeWords = Math.min(WORDS, word + (end - at) / Integer.BYTES);
            for (; word < wholeWords; word++, at += Integer.BYTES) {
                WORD.set(octets, at, (int) WORD.get(octets, at) ^ stream[word * LANES + lane]);
            }
            if (word < WORDS) {
                for (int rest = stream[word * LANES + lane]; at < end; at++, rest >>>= Byte.SIZE) {
                    octets[at] ^= (byte) rest;
                }
            }
            word = 0;
            lane++;
        }
    }

    /** Makes the next blocks: as many as there are lanes, or fewer if the octets do not need them. */
    private void next(long octets) {
        long blocks = (octets + BLOCK - 1) / BLOCK;
        if (blocks > FEW) {
            nextOfAllLanes();
            return;
        }
        for (int lane = 0; lane < blocks; lane++) {
            Salsa20Engine.salsaCore(ROUNDS, input, block);
            input[COUNTER_PLACE]++;
            for (int word = 0; word < WORDS; word++) {
                stream[word * LANES + lane] = block[word];
            }
        }
    }

    /**
     * Each inner loop does the same to all blocks. HotSpot makes vectors of a loop over one array at constant distances; were the loop in a
     * method of its own, it would only do so where that is inlined, and that is a matter of luck.
     */
    private void nextOfAllLanes() {
        int[] x = stream;
        for (int word = 0; word < WORDS; word++) {
            Arrays.fill(x, word * LANES, (word + 1) * LANES, input[word]);
        }
        count();
        for (int round = 0; round < ROUNDS; round += 2) {
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i, i + 4 * LANES, i + 8 * LANES, i + 12 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 5 * LANES, i + 9 * LANES, i + 13 * LANES, i + LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 10 * LANES, i + 14 * LANES, i + 2 * LANES, i + 6 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 15 * LANES, i + 3 * LANES, i + 7 * LANES, i + 11 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i, i + LANES, i + 2 * LANES, i + 3 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 5 * LANES, i + 6 * LANES, i + 7 * LANES, i + 4 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 10 * LANES, i + 11 * LANES, i + 8 * LANES, i + 9 * LANES);
            }
            for (int i = 0; i < LANES; i++) {
                quarterRound(x, i + 15 * LANES, i + 12 * LANES, i + 13 * LANES, i + 14 * LANES);
            }
        }
        for (int word = 0; word < WORDS; word++) {
            for (int i = 0; i < LANES; i++) {
                x[word * LANES + i] += input[word];
            }
        }
        count();
        input[COUNTER_PLACE] += LANES;
    }

    /** Sets the lanes' counters apart. */
    private void count() {
        for (int i = 0; i < LANES; i++) {
            stream[COUNTER_PLACE * LANES + i] += i;
        }
    }

    private static void quarterRound(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }

    void wipe() {
        Arrays.fill(input, 0);
        Arrays.fill(stream, 0);
        Arrays.fill(block, 0);
    }
}
