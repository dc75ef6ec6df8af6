package io.generaldomo.zmtp.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for futures as blocking code likes it: what they fail with is thrown as it is. */
final class Waiting {
    /** Waits as long as it takes. */
    static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private Waiting() {}

    static long nanos(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time);
    }

    /** What a future completes with; empty if that takes longer, or if it completes with nothing. */
    static <T> Optional<T> on(CompletableFuture<T> future, Duration time) throws InterruptedException {
        try {
            return Optional.ofNullable(future.get(nanos(time), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether a future completes in time; if it does not, or the thread is interrupted, it is cancelled. */
    static boolean accepted(CompletableFuture<?> future, Duration time) throws InterruptedException {
        try {
            on(future, time);
            return future.isDone() || !future.cancel(false);
        } catch (InterruptedException e) {
            future.cancel(false);
            throw e;
        } catch (CancellationException e) {
            return false;
        }
    }
}
