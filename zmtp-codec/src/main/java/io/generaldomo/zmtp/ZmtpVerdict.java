package io.generaldomo.zmtp;

/** What a {@link ZmtpAuthenticator} finds about a peer. */
public sealed interface ZmtpVerdict {
    /**
     * The peer is let in.
     *
     * @param user who it is
     */
    record Accepted(ZmtpUser user) implements ZmtpVerdict {}

    /**
     * The peer is not let in.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements ZmtpVerdict {}

    /** Why a peer is not let in, by the status codes of RFC 27/ZAP. */
    enum Refusal {
        /**
         * It cannot be decided at present. The peer gets no answer, and its connection is closed at the handshake's deadline, as libzmq does it:
         * a peer that comes back is slowed down by that, and not told to stay away.
         */
        TEMPORARY(300),
        /** The credentials are not good. The peer gets ERROR, and its connection is closed. */
        NOT_AUTHENTICATED(400),
        /** The authenticator failed. The peer gets ERROR, and its connection is closed. */
        INTERNAL_ERROR(500);

        private final int code;

        Refusal(int code) {
            this.code = code;
        }

        /**
         * The status code.
         *
         * @return 300, 400 or 500
         */
        public int code() {
            return code;
        }
    }

    /**
     * The peer is let in, and nothing is known of it but its name.
     *
     * @param userId the name that authorisation goes by
     * @return a verdict
     */
    static ZmtpVerdict accept(String userId) {
        return new Accepted(new ZmtpUser(userId));
    }

    /**
     * The peer is not let in.
     *
     * @param refusal why
     * @return a verdict
     */
    static ZmtpVerdict refuse(Refusal refusal) {
        return new Refused(refusal);
    }
}
