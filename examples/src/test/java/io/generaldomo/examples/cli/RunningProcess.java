package io.generaldomo.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code bin/generaldomo} as a process, with its streams caught. Closing it kills it, if it has not ended. */
final class RunningProcess implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    final Lines out;
    final Lines err;
    private final Process process;
    private final List<Thread> readers = new ArrayList<>();

    private RunningProcess(Process process) {
        this.process = process;
        this.out = read(process.getInputStream());
        this.err = read(process.getErrorStream());
    }

    static RunningProcess start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(args));
        command.add(0, System.getProperty("generaldomo.launcher"));
        return start(new ProcessBuilder(command));
    }

    static RunningProcess start(ProcessBuilder command) throws IOException {
        return new RunningProcess(command.start());
    }

    /** Writes to its standard input, which has an end there. */
    void type(String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Lines read(InputStream stream) {
        Lines lines = new Lines();
        Thread reader = new Thread(() -> {
            try (Reader from = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                from.transferTo(lines);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        reader.start();
        readers.add(reader);
        return lines;
    }

    /** Sends SIGTERM (TERM), or SIGINT (INT) as Ctrl-C does. {@link Process#destroy()} would close the streams besides. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /** Waits for the exit code, and for all that was printed. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
