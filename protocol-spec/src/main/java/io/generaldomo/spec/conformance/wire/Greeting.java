package io.generaldomo.spec.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * The 64 octets that a peer sent first, whatever is in them.
 *
 * @param octets of it, not to be changed
 */
public record Greeting(byte[] octets) {
    /** How many octets there are. */
    public static final int SIZE = 64;

    /**
     * The version's first number.
     *
     * @return 0 to 255
     */
    public int major() {
        return octets[10] & 0xff;
    }

    /**
     * The version's second number.
     *
     * @return 0 to 255
     */
    public int minor() {
        return octets[11] & 0xff;
    }

    /**
     * The name of the mechanism, as far as the first zero octet.
     *
     * @return up to 20 characters
     */
    public String mechanism() {
        String name = new String(octets, 12, 20, ISO_8859_1);
        int end = name.indexOf(0);
        return end < 0 ? name : name.substring(0, end);
    }

    /**
     * The octet that tells the role.
     *
     * @return 0 to 255
     */
    public int asServer() {
        return octets[32] & 0xff;
    }

    /**
     * What follows the name of the mechanism up to as-server.
     *
     * @return the octets, all of which should be zero
     */
    public byte[] mechanismPadding() {
        return Arrays.copyOfRange(octets, 12 + mechanism().length(), 32);
    }

    /**
     * What follows as-server.
     *
     * @return 31 octets, all of which should be zero
     */
    public byte[] filler() {
        return Arrays.copyOfRange(octets, 33, SIZE);
    }
}
