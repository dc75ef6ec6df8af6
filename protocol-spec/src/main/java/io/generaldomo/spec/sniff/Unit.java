package io.generaldomo.spec.sniff;

import java.util.Map;

/**
 * A unit of the stream of one side.
 *
 * @param kind what it is
 * @param text one line for people, peer octets escaped
 * @param fields the same for programs, by name, in the order of the text; peer octets escaped
 * @param offset where it begins in the stream of its side
 * @param octets its first octets as they were on the wire, {@link Octets#LIMIT} for each frame at the most; none where it is not made of any
 */
public record Unit(Kind kind, String text, Map<String, String> fields, long offset, byte[] octets) {
    static Unit of(Kind kind, String text, long offset) {
        return new Unit(kind, text, Map.of(), offset, new byte[0]);
    }
}
