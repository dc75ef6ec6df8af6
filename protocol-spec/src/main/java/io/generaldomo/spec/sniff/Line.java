package io.generaldomo.spec.sniff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line about a unit while it is written: its text, and the same as fields. Confined. */
final class Line {
    private static final int MOST_SHOWN = 32;
    private static final int MOST_PARTS_SHOWN = 4;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Adds a word, behind a space. */
    Line word(String word) {
        text.append(text.isEmpty() ? "" : " ").append(word);
        return this;
    }

    /** Adds what belongs to the word before it, without a space. */
    Line append(String more) {
        text.append(more);
        return this;
    }

    /** Has a field that the text shows in a way of its own. */
    Line field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a word that is a field. */
    Line word(String name, String value) {
        return word(value).field(name, value);
    }

    /** Adds parts: how many, how large, and how they begin. */
    Line parts(List<Part> parts, String noun) {
        long size = parts.stream().mapToLong(Part::size).sum();
        field("sizes", String.join(" ", parts.stream().map(part -> Long.toString(part.size())).toList()));
        word(parts.isEmpty() ? "[no " + noun + "]" : parts.size() == 1 ? "[" + size + " B]" : "[" + parts.size() + " " + noun + "s, " + size + " B]");
        if (parts.size() != 1 || !parts.get(0).isEmpty()) {
            parts.stream().limit(MOST_PARTS_SHOWN).forEach(part -> word(Escape.quoted(part, MOST_SHOWN)));
        }
        return parts.size() > MOST_PARTS_SHOWN ? word("…") : this;
    }

    /** Adds octets that may be text. */
    Line octets(byte[] octets) {
        return parts(List.of(new Part(octets, octets.length)), "octet");
    }

    /** Adds what is wrong, behind everything else. */
    Line fault(String fault) {
        return word("(malformed: " + fault + ")").field("malformed", fault);
    }

    Unit unit(Kind kind, long offset, byte[] octets) {
        return new Unit(kind, text.toString(), Collections.unmodifiableMap(fields), offset, octets);
    }
}
