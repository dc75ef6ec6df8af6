package io.generaldomo.spec.peer;

/**
 * Who is let in by the PLAIN and CURVE servers of a {@link LibzmqPeer}. One in the life of a process: libzmq gives the address of a closed one back
 * at a time of its own.
 */
public final class LibzmqZap implements AutoCloseable {
    private final PeerHandle handle;

    LibzmqZap(PeerHandle handle) {
        this.handle = handle;
    }

    /**
     * Lets others in from now on, and none but these.
     *
     * @param allowed as in {@link LibzmqPeer#zap}
     */
    public void allow(String... allowed) {
        handle.call("allow", LibzmqPeer.allowed(allowed));
    }

    /** Stops answering. */
    @Override
    public void close() {
        if (handle.process().isAlive()) {
            handle.call("close");
        }
    }
}
