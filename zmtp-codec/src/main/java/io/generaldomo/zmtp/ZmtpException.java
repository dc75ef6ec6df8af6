package io.generaldomo.zmtp;

/**
 * What went wrong between two ZMTP peers. Handlers fire it once through the pipeline and close the connection; sockets fail the operation with it.
 */
public final class ZmtpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure. */
    public enum Reason {
        /** The first octets are not a ZMTP greeting: another protocol, or a port scan. */
        NOT_ZMTP(false),
        /** The peer speaks ZMTP 1.0 or 2.0. */
        VERSION_REFUSED(false),
        /** The peer announced another security mechanism. */
        MECHANISM_MISMATCH(false),
        /** The peer is of a type of socket that this side does not talk to. */
        SOCKET_TYPE_MISMATCH(false),
        /** A frame or command that the protocol does not allow. */
        MALFORMED(false),
        /** A declared length or count is above its limit. */
        LIMIT_EXCEEDED(false),
        /** The peer refused this side with an ERROR command. */
        REFUSED_BY_PEER(false),
        /** The peer cannot decide about this side at present: ERROR with the status 300. */
        REFUSED_FOR_NOW(true),
        /** This side's authenticator did not let the peer in. */
        NOT_AUTHENTICATED(false),
        /** What the peer encrypted cannot be opened, or was seen before: other keys, a replay, or somebody in between. */
        CRYPTOGRAPHIC(false),
        /** The handshake did not end in time. */
        HANDSHAKE_TIMEOUT(true),
        /** Nothing came in the time that PING or a TTL allows. */
        HEARTBEAT_TIMEOUT(true),
        /** The connection was lost. */
        CONNECTION_LOST(true),
        /** No peer has this routing id. */
        NO_SUCH_PEER(false),
        /** The queue is at its high-water mark. */
        HIGH_WATER_MARK(true),
        /** The socket was closed. */
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
     * @param message one line, without octets that the peer chose
     */
    public ZmtpException(Reason reason, String message) {
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
     * @return true if reconnecting or sending again can succeed
     */
    public boolean isTemporary() {
        return reason.temporary;
    }
}
