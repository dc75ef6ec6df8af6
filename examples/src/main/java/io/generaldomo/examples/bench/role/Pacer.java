package io.generaldomo.examples.bench.role;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Keeps a thread from sending more than a socket takes. It does not wait for each message, which would cost a turn of the event loop each time, but after
 * each burst for the last message of the burst before. Used by one thread.
 */
final class Pacer {
    /** Two bursts are less than may wait in front of a full queue. */
    private static final int BURST = 400;

    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    private int left = BURST;

    /** A message was handed to a socket; waits if there are too many. */
    void sent(CompletableFuture<Void> message) throws InterruptedException, ExecutionException {
        if (--left == 0) {
            left = BURST;
            before.get();
            before = message;
        }
    }
}
