package io.generaldomo.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The first lines that a process writes to standard error, read by a thread of its own. */
final class Complaints {
    private static final int MOST = 30;

    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    Complaints(InputStream stream) {
        reader = new Thread(() -> read(stream), "role errors");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader errors = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            // it ends, or is ended
        }
    }

    private synchronized void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        }
    }

    /** All of them if the process is about to end, as the end of a sentence. */
    String after(Process process) throws InterruptedException {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
            reader.join();
        }
        synchronized (this) {
            return lines.isEmpty() ? "" : ": " + String.join(System.lineSeparator(), lines);
        }
    }
}
