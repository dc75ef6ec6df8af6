package io.generaldomo.spec.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/** Octets that a peer chose, as people and terminals can take them. Stateless. */
public final class Printable {
    private Printable() {}

    /**
     * Text in which everything but printable ASCII is a dot.
     *
     * @param text one octet a character
     * @return as long as the text
     */
    public static String text(String text) {
        return text.replaceAll("[^ -~]", ".");
    }

    /**
     * The same of octets.
     *
     * @param octets to be shown
     * @return a character for each
     */
    public static String text(byte[] octets) {
        return text(new String(octets, ISO_8859_1));
    }

    /**
     * Octets in hexadecimal.
     *
     * @param octets to be shown
     * @return two digits for each, with spaces between
     */
    public static String hex(byte[] octets) {
        return HexFormat.ofDelimiter(" ").formatHex(octets);
    }
}
