package io.generaldomo.spec.sniff;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Octets of a peer as text that is safe to print: text in UTF-8 stays as it is; octets that are none, and characters that would move a cursor, reverse what follows or
 * show no picture, become {@code \xNN}. Stateless.
 */
public final class Escape {
    private static final HexFormat HEX = HexFormat.of();

    private Escape() {}

    /**
     * Octets in quotes, no more than a number of them, with an ellipsis behind the quotes if there are more.
     *
     * @param part the octets
     * @param most how many to show
     */
    static String quoted(Part part, int most) {
        int shown = Math.min(most, part.octets().length);
        return '"' + printable(part.octets(), shown) + '"' + (shown < part.size() ? "…" : "");
    }

    /** A name: as it is if it is a plain word, else in quotes. */
    static String word(byte[] octets) {
        String text = printable(octets, octets.length);
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || c == '-' || c == '_' || c == '/' || c == '*' || Character.isLetterOrDigit(c));
        return plain ? text : '"' + text + '"';
    }

    /**
     * Octets without quotes.
     *
     * @param octets the octets
     * @param length how many of them, from the first on
     * @return escaped text; quotes and backslashes have a backslash before them
     */
    public static String printable(byte[] octets, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; ) {
            int width = width(octets[i] & 0xff);
            String character = i + width <= length ? new String(octets, i, width, StandardCharsets.UTF_8) : "\uFFFD";
            int codePoint = character.codePointAt(0);
            if (codePoint == 0xFFFD || character.length() != Character.charCount(codePoint) || !isPrintable(codePoint)) {
                HEX.toHexDigits(text.append("\\x"), octets[i]);
                i++;
            } else {
                text.append(codePoint == '"' || codePoint == '\\' ? "\\" : "").append(character);
                i += width;
            }
        }
        return text.toString();
    }

    /** Octets in hexadecimal, no more than a number of them, with an ellipsis if there are more. */
    static String hex(byte[] octets, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(most, octets.length); i++) {
            HEX.toHexDigits(text, octets[i]);
        }
        return text + (octets.length > most ? "…" : "");
    }

    private static int width(int lead) {
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
