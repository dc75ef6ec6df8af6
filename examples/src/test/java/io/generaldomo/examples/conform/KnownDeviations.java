package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What implementations are known to do otherwise than a case expects, from {@code deviations.txt}: a line for an implementation and a case; behind
 * one such line or several, indented, the sentence that says what it does, checked against the clause. A line that ends with {@code sometimes} is about
 * what shows in one run and not in the next.
 *
 * @param sentences by implementation and case, as {@code libzmq zmtp/3.1/greeting/version-2}
 * @param sometimes those of them that do not always show
 */
record KnownDeviations(Map<String, String> sentences, Set<String> sometimes) {
    private static final String SOMETIMES = " sometimes";
    static final String FILE = "deviations.txt";

    static KnownDeviations read() throws IOException {
        try (InputStream in = Objects.requireNonNull(KnownDeviations.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return parse(lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
        }
    }

    private static KnownDeviations parse(List<String> lines) {
        Map<String, String> sentences = new LinkedHashMap<>();
        Set<String> sometimes = new HashSet<>();
        List<String> open = new ArrayList<>();
        boolean isInSentence = false;
        for (String line : lines) {
            if (line.startsWith(" ")) {
                isInSentence = true;
                open.forEach(each -> sentences.merge(each, line.strip(), (before, more) -> before + " " + more));
            } else {
                if (isInSentence) {
                    open.clear();
                    isInSentence = false;
                }
                String key = line.replace(SOMETIMES, "").strip();
                open.add(key);
                if (line.endsWith(SOMETIMES)) {
                    sometimes.add(key);
                }
            }
        }
        if (!isInSentence) {
            throw new IllegalArgumentException("without a sentence: " + open);
        }
        return new KnownDeviations(sentences, sometimes);
    }

    /** The cases of an implementation that always fail. */
    List<String> lasting(String implementation) {
        String prefix = key(implementation, "");
        return sentences.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !sometimes.contains(key))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    boolean isSometimes(String implementation, String id) {
        return sometimes.contains(key(implementation, id));
    }

    boolean has(String implementation, String id) {
        return sentences.containsKey(key(implementation, id));
    }

    /** What it does. */
    String sentence(String implementation, String id) {
        return sentences.getOrDefault(key(implementation, id), "?");
    }

    /** The version of an implementation is no part of the key. */
    private static String key(String implementation, String id) {
        return implementation.split(" ")[0] + " " + id;
    }
}
