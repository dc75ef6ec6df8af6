package io.generaldomo.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says how far something is, drawn over itself a few times a second, and wiped at the end. What takes less than a
 * second shows none. Confined to the thread that does the work.
 *
 * <p>Written here because the usual library brings native code, and nothing native is on the class path.
 */
final class ProgressLine implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BAR = 30;

    private final PrintWriter terminal;
    private final String what;
    private final int total;
    private final LongSupplier clock;
    private final long start;
    private long nextDraw;
    private int drawn;

    ProgressLine(PrintWriter terminal, String what, int total, LongSupplier clock) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nextDraw = start + PATIENCE;
    }

    /** Tells how many are done. */
    void at(int done) {
        long now = clock.getAsLong();
        if (now - nextDraw < 0) {
            return;
        }
        nextDraw = now + REDRAW;
        int filled = (int) ((long) done * BAR / total);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - start);
        draw(String.format(
                Locale.ROOT, "%s [%s%s] %d of %d, %d s", what, "#".repeat(filled), ".".repeat(BAR - filled), done, total, seconds));
    }

    private void draw(String line) {
        terminal.print('\r' + line + " ".repeat(Math.max(0, drawn - line.length())));
        terminal.flush();
        drawn = line.length();
    }

    /** Wipes the line, if there is one. */
    @Override
    public void close() {
        if (drawn > 0) {
            draw("");
            terminal.print('\r');
            terminal.flush();
        }
    }
}
