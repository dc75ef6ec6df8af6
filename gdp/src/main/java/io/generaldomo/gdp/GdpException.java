package io.generaldomo.gdp;

/**
 * What went wrong between client, broker and worker. Futures complete with it; decoders throw it. Immutable and thread-safe.
 */
public final class GdpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure. */
    public enum Reason {
        /** A message that no dialect allows. Its sender loses its connection. */
        MALFORMED(false),
        /** No reply came in time. */
        TIMEOUT(true),
        /** The broker cannot be reached, or was lost with the request. */
        BROKER_LOST(true),
        /** The queue of the client is full. */
        OVERLOADED(true),
        /** The broker does not let such a request through to the service (libmdp, NAK). */
        REFUSED(false),
        /** The joined parts of a streamed reply are more than the client may hold; asked as a stream, they need not be held. */
        TOO_LARGE(false),
        /** The client or worker was closed. */
        CLOSED(false);

        private final boolean temporary;

        Reason(boolean temporary) {
            this.temporary = temporary;
        }
    }

    /** The kind of failure. */
    private final Reason reason;

    /**
     * A failure of a given kind.
     *
     * @param reason the kind
     * @param message one line, without octets that a peer chose
     */
    public GdpException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * The kind of failure.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether trying again, without a change on either side, can help.
     *
     * @return true if sending the request again can succeed
     */
    public boolean isTemporary() {
        return reason.temporary;
    }
}
