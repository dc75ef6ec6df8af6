package io.generaldomo.examples.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/** A command in a thread of its own, with its streams caught. Closing it is what Ctrl-C is to a process. */
final class RunningCommand implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    final Lines out = new Lines();
    final Lines err = new Lines();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final Thread thread;

    private RunningCommand(String... args) {
        CommandLine line = Generaldomo.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        thread = new Thread(() -> exit.complete(line.execute(args)), String.join(" ", args));
        thread.setDaemon(true);
        thread.start();
    }

    static RunningCommand start(String... args) {
        return new RunningCommand(args);
    }

    /** A broker on a free port, with the address it is at. */
    static RunningCommand broker(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "broker";
        args[1] = "-a";
        args[2] = "tcp://127.0.0.1:0";
        System.arraycopy(options, 0, args, 3, options.length);
        return start(args);
    }

    /** Where the broker is that says so in its next line. */
    String address() throws InterruptedException {
        return out.next().split(" ")[2];
    }

    /** Waits for the exit code. */
    int exitCode() throws InterruptedException {
        try {
            return exit.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the command does not end", e);
        }
    }

    /** Tells the command to end and waits for its exit code. */
    int end() throws InterruptedException {
        thread.interrupt();
        return exitCode();
    }

    @Override
    public void close() {
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
