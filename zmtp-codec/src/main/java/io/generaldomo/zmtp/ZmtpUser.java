package io.generaldomo.zmtp;

/**
 * Who a peer was found to be. This is what a {@link ZmtpAuthenticator} says, never what the peer claims.
 *
 * @param id the name that authorisation goes by (the {@code User-Id} of RFC 27/ZAP)
 * @param attributes what else is known of the user
 */
public record ZmtpUser(String id, ZmtpMetadata attributes) {
    /**
     * A user of whom nothing but the name is known.
     *
     * @param id the name that authorisation goes by
     */
    public ZmtpUser(String id) {
        this(id, ZmtpMetadata.EMPTY);
    }
}
