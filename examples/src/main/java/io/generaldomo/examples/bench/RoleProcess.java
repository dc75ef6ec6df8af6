package io.generaldomo.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that plays a role. Used by one thread. Closing it ends it, and with it whatever it has started; so does the end of this process.
 */
final class RoleProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String END = "";
    private static final String RESIDENT = "VmRSS:";
    private static final long KILO = 1024;

    private final Role role;
    private final Process process;
    private final Writer input;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Complaints complaints;
    private final Thread atExit;
    private final String endpoint;
    private final ProcessHandle worker;

    /**
     * Starts it and waits until it is ready.
     *
     * @param role what it plays
     * @param command program and arguments
     * @throws PeerException if it does not get ready
     */
    RoleProcess(Role role, List<String> command) throws InterruptedException {
        this.role = role;
        try {
            this.process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new PeerException("the " + role + " does not start: " + e.getMessage());
        }
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        this.input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.complaints = new Complaints(process.getErrorStream());
        daemon(this::readLines);
        try {
            String[] ready = next("ready").split(" ");
            this.endpoint = ready[0];
            this.worker = ready.length > 1 ? ProcessHandle.of(Long.parseLong(ready[1])).orElseThrow() : process.toHandle();
        } catch (PeerException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a role of a peer and waits until it is ready.
     *
     * @param peer plays it
     * @param role what it plays
     * @param arguments keys and values
     */
    static RoleProcess of(Peer peer, Role role, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(peer.program(role));
        command.add(role.toString());
        command.addAll(arguments);
        return new RoleProcess(role, command);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "role output");
        thread.setDaemon(true);
        thread.start();
    }

    private void readLines() {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            // it ends, or is ended
        }
        lines.add(END);
    }

    /** What follows the word in the next line. */
    private String next(String word) throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw failure("does not say " + word);
        }
        if (!line.startsWith(word)) {
            throw failure(line.isEmpty() ? "ended" : "says '" + line + "' instead of " + word);
        }
        return line.substring(word.length()).strip();
    }

    private PeerException failure(String what) throws InterruptedException {
        return new PeerException("the " + role + " " + what + complaints.after(process));
    }

    /** Where it can be reached; empty if it does not bind. */
    String endpoint() {
        return endpoint;
    }

    void start() throws InterruptedException {
        say("start\n");
    }

    void stop() throws InterruptedException {
        say("stop\n");
    }

    private void say(String line) throws InterruptedException {
        try {
            input.write(line);
            input.flush();
        } catch (IOException e) {
            throw failure("ended");
        }
    }

    RoleResult result() throws InterruptedException {
        return RoleResult.parse(next("result"));
    }

    /** CPU time since it began, in user and kernel. */
    Duration cpu() {
        return worker.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its memory, or 0 where the system does not tell. */
    long residentOctets() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + worker.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT)).mapToLong(line -> KILO * Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException | UncheckedIOException notTold) {
            return 0;
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
