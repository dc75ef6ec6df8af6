package io.generaldomo.examples.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant who mistyped it. Stateless. */
final class Nearest {
    private static final int MOST_CHANGES = 3;

    private Nearest() {}

    /** The word that needs the fewest changes, if these are few for its length. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> distance(typed, word) <= Math.min(MOST_CHANGES, (Math.min(typed.length(), word.length()) + 2) / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** How many characters have to be put in, taken out or replaced (Levenshtein). */
    private static int distance(String from, String to) {
        int[] costs = new int[to.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j < costs.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replaced, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[to.length()];
    }
}
