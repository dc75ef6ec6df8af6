package io.generaldomo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of security-cases.md names tests that exist, and each row has one that bears its number. */
class SecurityTableTest {
    private static final Path ROOT = Path.of("..");
    private static final Map<String, String> PACKAGES = Map.of("zmtp-codec", "zmtp", "gdp", "gdp", "examples", "examples");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\|.*\\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([\\w.]*Test)?(?:#(\\w+))?`");

    /** A line of a table: what stands in its first column, and its tests. */
    private record Row(String number, List<Named> tests) {}

    /** A test as the table names it; without a method all of the class is meant. */
    private record Named(String type, String method) {
        boolean exists() {
            return sources(type).anyMatch(source -> method.isEmpty() || source.contains("void " + method + "("));
        }

        /** Whether the name has the number, in the way of either module: {@code row7_}, {@code row_7_}, {@code rows1_7_}. */
        boolean bears(String number) {
            return method.matches("(rows?|netty)_?(\\d+_)*" + number + "_.*");
        }
    }

    private static Stream<String> sources(String type) {
        String file = type.replace('.', '/') + ".java";
        return PACKAGES.entrySet().stream()
                .map(module -> ROOT.resolve(module.getKey()).resolve("src/test/java/io/generaldomo/" + module.getValue()).resolve(file))
                .filter(Files::exists)
                .map(SecurityTableTest::text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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

    static List<Row> rows() {
        return ROW.matcher(text(ROOT.resolve("protocol-spec/security-cases.md"))).results()
                .filter(row -> Character.isDigit(row.group(1).charAt(0)))
                .map(row -> new Row(row.group(1), tests(row.group(2))))
                .toList();
    }

    @Test
    void allRowsAreRead() {
        List<String> numbers = rows().stream().map(Row::number).toList();
        assertThat(numbers).startsWith("1", "2", "3").contains("34").hasSize(34 + 4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTestsThatExist(Row row) {
        assertThat(row.tests()).allMatch(Named::exists);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasATestThatBearsItsNumber(Row row) {
        boolean borne = row.tests().stream().anyMatch(test -> Stream.of(row.number().split(", ")).map(SecurityTableTest::last).anyMatch(test::bears));
        assertThat(borne).as("%s", row.tests()).isTrue();
    }

    /** The number behind the year of a CVE. */
    private static String last(String number) {
        return number.substring(number.indexOf('-') + 1);
    }

    /** The other way round: a test that bears a number is in the table. */
    @Test
    void testsWithNumbersAreInTheTable() {
        String table = text(ROOT.resolve("protocol-spec/security-cases.md"));
        Pattern numbered = Pattern.compile("void ((?:rows?_?\\d|netty\\d)\\w*)\\(");
        List<String> missing = PACKAGES.keySet().stream()
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .map(SecurityTableTest::javaFiles)
                .flatMap(Collection::stream)
                .flatMap(file -> numbered.matcher(text(file)).results())
                .map(found -> found.group(1))
                .filter(name -> !table.contains("#" + name + "`"))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith("Test.java")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
