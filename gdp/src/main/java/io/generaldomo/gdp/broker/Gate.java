package io.generaldomo.gdp.broker;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Counts what waits in a queue against its limits, and stops the clients that fill it: closes at the limit, opens at half of it.
 *
 * <p>Confined to the broker's event loop.
 */
final class Gate {
    private final QueueLimits limits;
    private final Set<Peer> stopped = new LinkedHashSet<>();
    private final Resumptions resumptions;
    private int requests;
    private long octets;

    Gate(QueueLimits limits, Resumptions resumptions) {
        this.limits = limits;
        this.resumptions = resumptions;
    }

    /** Whether another request must be refused: clients that were stopped sent on, or cannot be stopped. */
    boolean isOverrun() {
        return requests / 2 >= limits.requests() || octets / 2 >= limits.octets();
    }

    boolean isFull() {
        return requests >= limits.requests() || octets >= limits.octets();
    }

    int requests() {
        return requests;
    }

    long octets() {
        return octets;
    }

    void enter(Request request) {
        requests++;
        octets += request.octets();
    }

    void leave(Request request) {
        requests--;
        octets -= request.octets();
        if (!stopped.isEmpty() && requests <= limits.requests() / 2 && octets <= limits.octets() / 2) {
            open();
        }
    }

    /** Stops a client until the queue has room again. */
    void stop(Peer client) {
        if (stopped.add(client)) {
            client.pauseAt(this);
        }
    }

    /** A client is not stopped by this gate any more, or is not there any more. */
    void forget(Peer client) {
        stopped.remove(client);
    }

    private void open() {
        for (Peer client : stopped) {
            client.passThrough(this);
            resumptions.add(client);
        }
        stopped.clear();
    }
}
