package io.generaldomo.spec.peer;

/**
 * A plain Majordomo broker on libzmq that behaves as the one in the ZeroMQ Guide does: least-recently-used workers,
 * heartbeats to idle workers, DISCONNECT to workers that it does not know, {@code mmi.service}. In
 * {@link LibzmqDialect#MDP_0X} it does not wait for replies, and has {@code mmi.filter}. It speaks one dialect, and
 * passes partial replies on as they come. Safe for use by several threads.
 */
public final class LibzmqBroker {
    private final PeerHandle handle;

    LibzmqBroker(PeerHandle handle) {
        this.handle = handle;
    }

    /**
     * Where it is bound.
     *
     * @return the endpoint, with the actual port
     */
    public String endpoint() {
        return handle.made().value("endpoint");
    }

    /**
     * Counts until now.
     *
     * @return what the broker received and did
     */
    public BrokerTally report() {
        return BrokerTally.of(handle.call("report"));
    }

    /**
     * Closes its socket. The system frees the port a moment later: whoever wants a new broker at the same endpoint kills
     * the peer and starts another.
     */
    public void stop() {
        handle.call("stop");
    }
}
