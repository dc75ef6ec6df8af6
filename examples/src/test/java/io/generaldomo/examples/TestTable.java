package io.generaldomo.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table of a document whose last column names tests of any module: {@code `socket.InboxTest#method`, `#another`}, or a whole class. */
record TestTable(String text) {
    static final Path ROOT = Path.of("..");
    static final Map<String, String> PACKAGES = Map.of("zmtp-codec", "zmtp", "gdp", "gdp", "examples", "examples");

    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\|.*\\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([\\w.]*(?:Test|Contract))?(?:#(\\w+))?`");

    /** The tables of a document, by its path in the repository. */
    static TestTable of(String document) {
        return new TestTable(text(ROOT.resolve(document)));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A line of a table: what stands in its first column, and its tests. */
    record Row(String name, List<Named> tests) {}

    /** A test as the table names it; without a method all of the class is meant. */
    record Named(String type, String method) {
        boolean exists() {
            return sources(type).anyMatch(source -> method.isEmpty() || source.contains("void " + method + "("));
        }
    }

    private static Stream<String> sources(String type) {
        String file = type.replace('.', '/') + ".java";
        return PACKAGES.entrySet().stream()
                .map(module -> ROOT.resolve(module.getKey()).resolve("src/test/java/io/generaldomo/" + module.getValue()).resolve(file))
                .filter(Files::exists)
                .map(TestTable::text);
    }

    List<Row> rows() {
        return ROW.matcher(text).results().map(row -> new Row(row.group(1), tests(row.group(2)))).toList();
    }

    private static List<Named> tests(String cell) {
        List<Named> tests = new ArrayList<>();
        String type = "";
        for (Matcher found = TEST.matcher(cell); found.find(); ) {
            type = found.group(1) == null ? type : found.group(1);
            tests.add(new Named(type, found.group(2) == null ? "" : found.group(2)));
        }
        return tests;
    }
}
