package io.generaldomo.examples.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Columns under a head, as wide as they need to be. Stateless. */
final class TextTable {
    private TextTable() {}

    /**
     * Prints it.
     *
     * @param console where
     * @param head names of the columns
     * @param rows cells; a row may have fewer than the head
     * @param right numbers of the columns whose cells end at the same place
     */
    static void print(Console console, List<String> head, List<List<String>> rows, Set<Integer> right) {
        int[] widths = IntStream.range(0, head.size())
                .map(column -> Math.max(
                        head.get(column).length(),
                        rows.stream().mapToInt(row -> column < row.size() ? row.get(column).length() : 0).max().orElse(0)))
                .toArray();
        console.head(line(head, widths, right));
        rows.forEach(row -> console.say(line(row, widths, right)));
    }

    private static String line(List<String> cells, int[] widths, Set<Integer> right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(right.contains(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
