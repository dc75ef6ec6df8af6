package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent to a terminal. */
class TerminalScreenTest {
    private final StringWriter sent = new StringWriter();

    @Test
    void takesTheScreenAndGivesItBackOnce() {
        TerminalScreen screen = new TerminalScreen(new PrintWriter(sent));
        screen.close();
        screen.close();
        assertThat(sent).hasToString("\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[?7h\u001b[?25h\u001b[?1049l");
    }

    /** The cursor never goes below the last line, or the terminal would scroll; what was longer before is cleared. */
    @Test
    void showsLinesInThePlaceOfOthers() {
        try (TerminalScreen screen = new TerminalScreen(new PrintWriter(sent))) {
            sent.getBuffer().setLength(0);
            screen.show(List.of("one", "two"));
            assertThat(sent).hasToString("\u001b[Hone\u001b[K\r\ntwo\u001b[K\u001b[J");
        }
    }

    @Test
    void showsNothingAfterItsEnd() {
        TerminalScreen screen = new TerminalScreen(new PrintWriter(sent));
        screen.close();
        sent.getBuffer().setLength(0);
        screen.show(List.of("one"));
        assertThat(sent.getBuffer()).isEmpty();
    }

    @Test
    void hasASizeWhateverItIs() {
        try (TerminalScreen screen = new TerminalScreen(new PrintWriter(sent))) {
            assertThat(screen.size()).hasSize(2).doesNotContain(0);
        }
    }
}
