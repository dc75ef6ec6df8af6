package io.generaldomo.examples.bench;

/** A peer cannot be prepared, or a process of it failed. The message is for people. */
public final class PeerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what is wrong, in one line or with what the process wrote
     */
    public PeerException(String message) {
        super(message);
    }
}
