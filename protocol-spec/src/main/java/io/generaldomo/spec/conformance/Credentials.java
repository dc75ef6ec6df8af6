package io.generaldomo.spec.conformance;

/**
 * What the kit knows to get in by PLAIN and CURVE. With a peer that listens, the kit is the client; with one that connects, the server.
 *
 * @param user      of PLAIN
 * @param password  of PLAIN
 * @param serverKey of CURVE: the public key of a peer that listens, 32 octets; no octets if it connects
 * @param secretKey of CURVE: the kit's own, 32 octets; no octets without CURVE
 */
public record Credentials(String user, String password, byte[] serverKey, byte[] secretKey) {
    /**
     * For NULL.
     *
     * @return nothing
     */
    public static Credentials none() {
        return plain("", "");
    }

    /**
     * For PLAIN.
     *
     * @param user     that the peer knows, or that it sends
     * @param password of it
     * @return both
     */
    public static Credentials plain(String user, String password) {
        return new Credentials(user, password, new byte[0], new byte[0]);
    }

    /**
     * For CURVE.
     *
     * @param serverKey public key of a peer that listens, otherwise no octets
     * @param secretKey the kit's own
     * @return both
     */
    public static Credentials curve(byte[] serverKey, byte[] secretKey) {
        return new Credentials("", "", serverKey, secretKey);
    }
}
