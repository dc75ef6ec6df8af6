package io.generaldomo.gdp.broker;

/**
 * Counts what waits in a queue against its limits, and stops the clients that fill it: closes at the limit, opens at half of it.
 *
 * <p>Confined to the broker's event loop.
 */
final class Gate {
    private final Barrier barrier;
    private QueueLimits limits;
    private int requests;
    private long octets;

    Gate(QueueLimits limits, Resumptions resumptions) {
        this.limits = limits;
        this.barrier = new Barrier(resumptions);
    }

    /** Whether another request must be refused: clients that were stopped sent on, or cannot be stopped. */
    boolean isOverrun() {
        return requests / 2 >= limits.requests() || octets / 2 >= limits.octets();
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
        openIfRoomy();
    }

    /** Other limits from here on; what waits already stays. */
    void use(QueueLimits changed) {
        limits = changed;
        openIfRoomy();
    }

    private void openIfRoomy() {
        if (requests <= limits.requests() / 2 && octets <= limits.octets() / 2) {
            barrier.open();
        }
    }

    /** Stops a client until the queue has room again, if it has none now. */
    void stopIfFull(Peer client) {
        if (requests >= limits.requests() || octets >= limits.octets()) {
            barrier.stop(client);
        }
    }
}
