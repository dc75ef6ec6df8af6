package io.generaldomo.spec.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Arrays of octets, spelled out. Stateless. */
public final class Octets {
    private Octets() {}

    /**
     * Octets in hexadecimal.
     *
     * @param hex digits, with spaces or without
     * @return the octets
     */
    public static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /**
     * Text of one octet a character.
     *
     * @param text ASCII, or characters up to U+00FF for the octets of these values
     * @return the octets
     */
    public static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /**
     * Octets in a row.
     *
     * @param parts in their order
     * @return all of them
     */
    public static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /**
     * The same octet several times.
     *
     * @param octet its value
     * @param times how often
     * @return the octets
     */
    public static byte[] repeat(int octet, int times) {
        byte[] all = new byte[times];
        Arrays.fill(all, (byte) octet);
        return all;
    }

    /**
     * A number in network order.
     *
     * @param value the number, of which the lowest octets count
     * @param width how many octets
     * @return the octets
     */
    public static byte[] number(long value, int width) {
        byte[] octets = new byte[width];
        for (int at = 0; at < width; at++) {
            octets[at] = (byte) (value >>> 8 * (width - 1 - at));
        }
        return octets;
    }

    /**
     * Reads a number in network order.
     *
     * @param octets where
     * @param from   its first octet
     * @param width  how many octets, eight at most; a number of eight octets is cut to a signed one
     * @return the number
     */
    public static long number(byte[] octets, int from, int width) {
        long value = 0;
        for (int at = from; at < from + width; at++) {
            value = value << 8 | octets[at] & 0xff;
        }
        return value;
    }

    /**
     * A copy in which one octet differs in all its bits.
     *
     * @param octets what to copy
     * @param at     which octet
     * @return the copy
     */
    public static byte[] flip(byte[] octets, int at) {
        byte[] copy = octets.clone();
        copy[at] ^= (byte) 0xff;
        return copy;
    }
}
