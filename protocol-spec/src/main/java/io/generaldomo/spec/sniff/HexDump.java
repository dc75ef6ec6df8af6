package io.generaldomo.spec.sniff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Octets as lines of sixteen: offset, hexadecimal, text. Stateless. */
public final class HexDump {
    private static final int WIDTH = 16;

    private HexDump() {}

    /**
     * Writes octets.
     *
     * @param octets what to show
     * @param offset of the first of them
     * @return lines without their ends
     */
    public static List<String> of(byte[] octets, long offset) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < octets.length; at += WIDTH) {
            StringBuilder hex = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = at; i < Math.min(at + WIDTH, octets.length); i++) {
                hex.append(i == at + WIDTH / 2 ? " " : "").append(String.format("%02x ", octets[i]));
                text.append(octets[i] >= ' ' && octets[i] < 0x7f ? (char) octets[i] : '.');
            }
            lines.add(String.format(Locale.ROOT, "%08x  %-49s |%s|", offset + at, hex, text));
        }
        return lines;
    }
}
