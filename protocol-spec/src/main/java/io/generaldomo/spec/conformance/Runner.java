package io.generaldomo.spec.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs cases against a peer, several side by side, each on connections of its own. Whatever a peer does, a case ends: all its waits have
 * deadlines, and when {@link #LIMIT} is over its connections are closed.
 */
public final class Runner {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Target target;
    private final int lanes;

    /**
     * Makes one, which does nothing yet.
     *
     * @param target to test
     * @param lanes  how many cases run side by side; 1 for {@link Approach#accept}, where a connection belongs to whichever case is next
     */
    public Runner(Target target, int lanes) {
        this.target = target;
        this.lanes = lanes;
    }

    /**
     * Finds out what the peer is, and runs the cases.
     *
     * @param cases  to run
     * @param onDone told of each outcome as it comes, by one thread at a time, in any order
     * @return what came of them
     * @throws IOException          if the peer cannot be reached at all
     * @throws InterruptedException if the thread was interrupted; the cases are given up
     */
    public Report run(List<ConformanceCase> cases, Consumer<Outcome> onDone) throws IOException, InterruptedException {
        long start = System.nanoTime();
        PeerProfile peer = new Probe(target).run();
        ExecutorService threads = Executors.newFixedThreadPool(lanes, daemon());
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(daemon());
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (ConformanceCase each : cases) {
                running.add(threads.submit(() -> {
                    Outcome outcome = outcome(each, peer, watch);
                    synchronized (this) {
                        onDone.accept(outcome);
                    }
                    return outcome;
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                outcomes.add(each.get());
            }
            return new Report(peer, List.copyOf(outcomes), since(start));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            watch.shutdownNow();
        }
    }

    private Outcome outcome(ConformanceCase of, PeerProfile peer, ScheduledExecutorService watch) {
        Optional<String> against = of.applies().reasonAgainst(peer);
        if (against.isPresent()) {
            return new Outcome(of, Outcome.Result.NOT_APPLICABLE, against.get(), List.of(), Duration.ZERO);
        }
        long start = System.nanoTime();
        Transcript transcript = new Transcript();
        String failure = failure(of, peer, transcript, watch);
        Outcome.Result result = failure.isEmpty() ? Outcome.Result.PASSED : Outcome.Result.FAILED;
        return new Outcome(of, result, failure, transcript.lines(), since(start));
    }

    private String failure(ConformanceCase of, PeerProfile peer, Transcript transcript, ScheduledExecutorService watch) {
        try (Dialogue dialogue = new Dialogue(target, peer, transcript)) {
            ScheduledFuture<?> limit = watch.schedule(dialogue::abandon, LIMIT.toSeconds(), TimeUnit.SECONDS);
            try {
                of.script().run(dialogue);
            } finally {
                limit.cancel(false);
            }
            return "";
        } catch (Deviation | IOException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            return "the case cannot go on with what the peer said: " + e;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ThreadFactory daemon() {
        return task -> {
            Thread thread = new Thread(task, "conformance");
            thread.setDaemon(true);
            return thread;
        };
    }
}
