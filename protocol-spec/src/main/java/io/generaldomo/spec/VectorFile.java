package io.generaldomo.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the text form of a group of vectors; {@code vectors.md} describes it. */
final class VectorFile {
    private static final Set<String> KEYWORDS = Set.of("vector", "about", "source", "stands", "layer", "expect", "bytes");

    private final String group;
    private final List<GoldenVector> vectors = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Map<String, String> defaults = Map.of();
    private Map<String, String> fields = new HashMap<>();
    private String keyword = "";

    private VectorFile(String group) {
        this.group = group;
    }

    static List<GoldenVector> parse(String group, List<String> lines) {
        VectorFile file = new VectorFile(group);
        for (int i = 0; i < lines.size(); i++) {
            try {
                file.line(lines.get(i));
            } catch (IllegalArgumentException failure) {
                throw new IllegalArgumentException(group + ", line " + (i + 1) + ": " + failure.getMessage(), failure);
            }
        }
        file.finish();
        return List.copyOf(file.vectors);
    }

    private void line(String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        if (text.charAt(0) == ' ') {
            add(text.strip());
            return;
        }
        String[] words = text.split(" +", 2);
        if (!KEYWORDS.contains(words[0])) {
            throw new IllegalArgumentException("no keyword: " + words[0]);
        }
        if (words[0].equals("vector")) {
            finish();
        }
        keyword = words[0];
        fields.remove(keyword);
        add(words.length > 1 ? words[1] : "");
    }

    private void add(String text) {
        if (keyword.isEmpty()) {
            throw new IllegalArgumentException("continues nothing");
        }
        fields.merge(keyword, text, (before, more) -> before + " " + more);
    }

    /** Ends a vector, or the fields before the first one, which hold for every vector that does not say otherwise. */
    private void finish() {
        if (fields.containsKey("vector")) {
            vectors.add(vector());
        } else {
            defaults = Map.copyOf(fields);
        }
        fields = new HashMap<>(defaults);
    }

    private GoldenVector vector() {
        String name = field("vector");
        if (!names.add(name)) {
            throw new IllegalArgumentException("a second vector " + name);
        }
        byte[] bytes = HexFormat.of().parseHex(field("bytes").replace(" ", ""));
        return new GoldenVector(group, name, field("about"), field("source"), word(Position.class, "stands"), word(Layer.class, "layer"),
                word(Expectation.class, "expect"), bytes);
    }

    private <T extends Enum<T>> T word(Class<T> type, String key) {
        return Enum.valueOf(type, field(key).toUpperCase(Locale.ROOT));
    }

    private String field(String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a vector without " + key + " ends here");
        }
        return value;
    }
}
