package io.generaldomo.spec.peer;

/** Who is let in by the PLAIN and CURVE servers of a {@link LibzmqPeer}. One at a time in a process. */
public final class LibzmqZap implements AutoCloseable {
    private final PeerHandle handle;

    LibzmqZap(PeerHandle handle) {
        this.handle = handle;
    }

    /** Stops answering. */
    @Override
    public void close() {
        if (handle.process().isAlive()) {
            handle.call("close");
        }
    }
}
