package io.generaldomo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.TestTable.Named;
import io.generaldomo.examples.TestTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of security-cases.md names tests that exist, and each row has one that bears its number. */
class SecurityTableTest {
    private static final TestTable TABLE = TestTable.of("protocol-spec/security-cases.md");

    static List<Row> rows() {
        return TABLE.rows().stream().filter(row -> Character.isDigit(row.name().charAt(0))).toList();
    }

    /** Whether the name of a test has the number, in the way of either module: {@code row7_}, {@code row_7_}, {@code rows1_7_}. */
    private static boolean bears(Named test, String number) {
        return test.method().matches("(rows?|netty)_?(\\d+_)*" + number + "_.*");
    }

    @Test
    void allRowsAreRead() {
        List<String> numbers = rows().stream().map(Row::name).toList();
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
        boolean borne = row.tests().stream()
                .anyMatch(test -> Stream.of(row.name().split(", ")).map(SecurityTableTest::last).anyMatch(number -> bears(test, number)));
        assertThat(borne).as("%s", row.tests()).isTrue();
    }

    /** The number behind the year of a CVE. */
    private static String last(String number) {
        return number.substring(number.indexOf('-') + 1);
    }

    /** The other way round: a test that bears a number is in the table. */
    @Test
    void testsWithNumbersAreInTheTable() {
        Pattern numbered = Pattern.compile("void ((?:rows?_?\\d|netty\\d)\\w*)\\(");
        List<String> missing = TestTable.PACKAGES.keySet().stream()
                .map(module -> TestTable.ROOT.resolve(module).resolve("src/test/java"))
                .map(SecurityTableTest::javaFiles)
                .flatMap(Collection::stream)
                .flatMap(file -> numbered.matcher(TestTable.text(file)).results())
                .map(found -> found.group(1))
                .filter(name -> !TABLE.text().contains("#" + name + "`"))
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
