package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter terminal = new StringWriter();
    private final AtomicLong millis = new AtomicLong();
    private final ProgressLine progress = new ProgressLine(
            new PrintWriter(terminal), "asking", 200, () -> TimeUnit.MILLISECONDS.toNanos(millis.get()));

    @Test
    void whatIsQuickShowsNothing() {
        progress.at(1);
        millis.set(900);
        progress.at(200);
        progress.close();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void drawsOverItselfNowAndThenAndWipesTheLine() {
        millis.set(1000);
        progress.at(100);
        millis.set(1100);
        progress.at(150);
        millis.set(1200);
        progress.at(200);
        progress.close();
        String half = "\rasking [" + "#".repeat(15) + ".".repeat(15) + "] 100 of 200, 1 s";
        String all = "\rasking [" + "#".repeat(30) + "] 200 of 200, 1 s";
        assertThat(terminal.toString()).isEqualTo(half + all + '\r' + " ".repeat(all.length() - 1) + '\r');
    }
}
