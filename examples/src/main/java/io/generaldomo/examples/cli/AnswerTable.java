package io.generaldomo.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints what the broker answered, for people: names beside values, or columns under a head. Stateless. */
final class AnswerTable {
    private AnswerTable() {}

    static void print(ManagementAnswer answer, Console console) {
        if (answer instanceof ManagementAnswer.Fields fields) {
            int width = fields.values().keySet().stream().mapToInt(name -> Frames.printable(name).length()).max().orElse(0);
            fields.values().forEach(
                    (name, value) -> console.say(padded(Frames.printable(name), width) + "  " + Frames.printable(value)));
        } else if (answer instanceof ManagementAnswer.Rows table) {
            printRows(table, console);
        } else if (answer instanceof ManagementAnswer.Other other) {
            console.say(Frames.printable(other.status()) + " " + meaning(other.status()));
            other.rest().forEach(frame -> console.say(Frames.printable(frame)));
        }
    }

    private static void printRows(ManagementAnswer.Rows table, Console console) {
        List<List<String>> rows = table.rows().stream().map(row -> row.stream().map(Frames::printable).toList()).toList();
        TextTable.print(console, table.columns(), rows, Set.of());
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(width, 1) + "s", text);
    }

    static String meaning(String status) {
        return switch (status) {
            case "200" -> "yes";
            case "400" -> "the broker does not take this request";
            case "403" -> "the broker does not let you ask this";
            case "404" -> "there is none";
            case "501" -> "the broker has no such service";
            default -> "";
        };
    }
}
