package io.generaldomo.gdp.broker;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import org.jspecify.annotations.Nullable;

/** Who has which request, by the tokens that workers were given. Confined to the broker's event loop. */
final class Holdings {
    private final IntObjectMap<Holding> byToken = new IntObjectHashMap<>();
    private int lastToken;

    /** None, and the first token comes after this one. */
    Holdings(int lastToken) {
        this.lastToken = lastToken;
    }

    /** A worker gets a request, under a token that nobody else has. */
    Holding open(Worker worker, Request request) {
        // After four thousand million requests a worker may still be at work on one of the first.
        do {
            lastToken++;
        } while (lastToken == 0 || byToken.containsKey(lastToken));
        Holding holding = worker.holding(request, lastToken);
        byToken.put(lastToken, holding);
        worker.held.addLast(holding.place);
        return holding;
    }

    /** What this token stands for; null if it stands for nothing, or not any more. */
    @Nullable Holding find(int token) {
        return byToken.get(token);
    }

    /** The request of a holding that was closed has its reply, but its worker may report on it again, under the same token. */
    void reopen(Holding holding) {
        holding.beginReporting();
        byToken.put(holding.token, holding);
        holding.worker.reporting.addLast(holding.place);
    }

    /** The worker is done with the request, or gone. */
    void close(Holding holding) {
        byToken.remove(holding.token);
        holding.place.unlink();
        holding.lease.cancel();
    }
}
