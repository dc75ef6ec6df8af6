package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The node process and the lines that go to and fro. Safe for use by several threads. */
final class PeerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final OutputStream input;
    private final StringBuffer errors = new StringBuffer();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, CompletableFuture<PeerLine>> answers = new ConcurrentHashMap<>();
    private final Map<String, PeerEvents> events = new ConcurrentHashMap<>();
    private final Thread outputReader;
    private volatile boolean gone;

    PeerProcess(Path directory) {
        try {
            process = new ProcessBuilder("node", "--no-warnings", directory.resolve("peer.js").toString()).start();
        } catch (IOException failure) {
            throw new LibzmqPeerException("node does not start", failure);
        }
        input = process.getOutputStream();
        reader(process.errorReader(UTF_8), line -> errors.append(line).append('\n'), () -> { });
        outputReader = reader(process.inputReader(UTF_8), this::accept, this::end);
    }

    private static Thread reader(BufferedReader from, Consumer<String> each, Runnable end) {
        Thread thread = new Thread(() -> {
            try (from) {
                from.lines().forEach(each);
            } catch (IOException | UncheckedIOException closed) {
                // The process is gone; that is told below.
            } finally {
                end.run();
            }
        }, "libzmq-peer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept(String text) {
        PeerLine line = PeerLine.decode(text);
        if (line.id().startsWith("@")) {
            PeerEvents handle = events.get(line.id().substring(1));
            if (handle != null) {
                handle.add(line);
            }
        } else {
            CompletableFuture<PeerLine> answer = answers.remove(line.id());
            if (answer != null) {
                answer.complete(line);
            }
        }
    }

    private void end() {
        gone = true;
        answers.values().forEach(answer -> answer.cancel(false));
        events.values().forEach(PeerEvents::end);
    }

    /** Makes a socket or a role; the id of the request is its handle. */
    PeerHandle make(String verb, Map<String, String> values) {
        String id = nextId();
        PeerEvents queue = new PeerEvents();
        // Before the request goes out, so that no event can come before its queue.
        events.put(id, queue);
        PeerLine answer = call(new PeerLine(id, verb, values));
        return new PeerHandle(this, id, queue, answer);
    }

    /** Takes nothing more from a handle; who waits for it is told. */
    void drop(PeerHandle handle) {
        events.remove(handle.id());
        handle.events().end();
    }

    PeerLine call(String verb, Map<String, String> values) {
        return call(new PeerLine(nextId(), verb, values));
    }

    private String nextId() {
        return Integer.toString(lastId.incrementAndGet());
    }

    private PeerLine call(PeerLine request) {
        CompletableFuture<PeerLine> answer = new CompletableFuture<>();
        answers.put(request.id(), answer);
        write(request);
        if (gone) {
            answer.cancel(false);
        }
        try {
            PeerLine line = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (line.word().equals("ok")) {
                return line;
            }
            throw failure("refused " + request + ": " + line.value("message"), null);
        } catch (TimeoutException late) {
            throw failure("did not answer within " + PATIENCE + ": " + request, late);
        } catch (CancellationException | ExecutionException ended) {
            throw failure("ended before it answered " + request, ended);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("interrupted: " + request, interrupted);
        } finally {
            answers.remove(request.id());
        }
    }

    private void write(PeerLine request) {
        try {
            synchronized (input) {
                input.write(request.encode().getBytes(UTF_8));
                input.flush();
            }
        } catch (IOException failure) {
            throw failure("takes no request: " + request, failure);
        }
    }

    LibzmqPeerException failure(String what, @Nullable Throwable cause) {
        String state = process.isAlive() ? "alive" : "ended with status " + process.exitValue();
        String message = "libzmq peer " + pid() + " (" + state + ") " + what
                + (errors.isEmpty() ? "" : "\nits standard error:\n" + errors);
        return cause == null ? new LibzmqPeerException(message) : new LibzmqPeerException(message, cause);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, and waits until the process is gone and everything it ever wrote has been handed on. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw failure("does not die", null);
            }
            outputReader.join(PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
