package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broker answers does nothing to a terminal, wherever in its answer it says so. */
class AnswerTableTest {
    private static final String WORD = "a\r\n\u001b[2J\u009b2J";

    static Stream<ManagementAnswer> answers() {
        return Stream.of(
                new ManagementAnswer.Fields(Map.of(WORD, WORD)),
                new ManagementAnswer.Rows(List.of("NAME"), List.of(List.of(WORD))),
                new ManagementAnswer.Other(WORD, List.of(WORD)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isPrintedInVisibleCharacters(ManagementAnswer answer) {
        Lines out = new Lines();
        AnswerTable.print(answer, new Console(Generaldomo.commandLine().setOut(new PrintWriter(out, true))));
        assertThat(out.rest())
                .anyMatch(line -> line.contains("a\\x0d\\x0a\\x1b[2J\\xc2\\x9b2J"))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }
}
