package io.generaldomo.examples.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What somebody prints, line by line, for a test that waits for it. Thread-safe. */
final class Lines extends Writer {
    private static final long LONGEST_SECONDS = 60;

    private final StringBuilder unfinished = new StringBuilder();
    private final BlockingQueue<String> finished = new LinkedBlockingQueue<>();

    @Override
    public void write(char[] characters, int offset, int length) {
        synchronized (lock) {
            unfinished.append(characters, offset, length);
            for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
                finished.add(unfinished.substring(0, end));
                unfinished.delete(0, end + 1);
            }
        }
    }

    /** The next line, when it is there. */
    String next() throws InterruptedException {
        String line = finished.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("no line within " + LONGEST_SECONDS + " s");
        }
        return line;
    }

    /** All lines that have not been taken. */
    List<String> rest() {
        List<String> lines = new ArrayList<>();
        finished.drainTo(lines);
        synchronized (lock) {
            if (!unfinished.isEmpty()) {
                lines.add(unfinished.toString());
            }
        }
        return lines;
    }

    @Override
    public void flush() throws IOException {}

    @Override
    public void close() throws IOException {}
}
