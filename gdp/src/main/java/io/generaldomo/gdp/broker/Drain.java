package io.generaldomo.gdp.broker;

import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.CompletableFuture;

/** A broker's end in good order. Confined to the broker's event loop. */
final class Drain {
    /** Completes when all connections are closed: true if every accepted request had ended before. */
    final CompletableFuture<Boolean> done = new CompletableFuture<>();

    private final ScheduledFuture<?> deadline;
    private boolean begun;

    Drain(ScheduledFuture<?> deadline) {
        this.deadline = deadline;
    }

    /** The connections are about to be closed; false if they already are. */
    boolean begin() {
        if (begun) {
            return false;
        }
        begun = true;
        deadline.cancel(false);
        return true;
    }
}
