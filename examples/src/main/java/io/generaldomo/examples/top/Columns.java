package io.generaldomo.examples.top;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose last column is a name of any length. Where the width does not suffice, columns are left out, those at the right first, and then the
 * name is cut. Immutable.
 *
 * @param heads of the columns, the most important ones first, that of the name last
 * @param rows as many cells each
 */
record Columns(List<String> heads, List<List<String>> rows) {
    private static final int NAME = 12;
    private static final String CUT = "…";

    /** The head and the rows, none wider than the width. */
    List<String> lines(int width) {
        int[] widths = new int[heads.size() - 1];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = heads.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        int shown = shown(widths, width);
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths, shown, width));
        rows.forEach(row -> lines.add(line(row, widths, shown, width)));
        return lines;
    }

    /** How many columns leave room for a name. */
    private static int shown(int[] widths, int width) {
        int shown = 0;
        int taken = NAME;
        while (shown < widths.length && taken + widths[shown] + 2 <= width) {
            taken += widths[shown] + 2;
            shown++;
        }
        return shown;
    }

    private static String line(List<String> cells, int[] widths, int shown, int width) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < shown; column++) {
            line.append(" ".repeat(widths[column] - cells.get(column).length())).append(cells.get(column)).append("  ");
        }
        return cut(line.append(cells.get(cells.size() - 1)).toString(), width);
    }

    /** The text, or as much of it as fits. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + CUT;
    }
}
