package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;

/**
 * The address frame of a worker's REQUEST, which the worker puts into its REPLY as it is (RFC 7/MDP, "client address"): 1 to 255 octets.
 *
 * <p>To a worker it is opaque. Our broker puts four octets there that name the request, not the client: a token that is not zero.
 * Immutable and thread-safe.
 */
public final class Address {
    /** The longest address, in octets. */
    public static final int MAX_LENGTH = 255;

    private final byte[] octets;

    private Address(byte[] octets) {
        this.octets = octets;
    }

    /**
     * The address made of these octets.
     *
     * @param octets 1 to 255 octets; copied
     * @return the address
     * @throws IllegalArgumentException if there are none or too many
     */
    public static Address of(byte[] octets) {
        if (octets.length == 0 || octets.length > MAX_LENGTH) {
            throw new IllegalArgumentException("an address has 1 to 255 octets, not " + octets.length);
        }
        return new Address(octets.clone());
    }

    /**
     * The address that carries a broker's token.
     *
     * @param token an unsigned 32-bit number, not zero
     * @return the address, four octets, most significant first
     * @throws IllegalArgumentException if the token is zero
     */
    public static Address ofToken(int token) {
        if (token == 0) {
            throw new IllegalArgumentException("no token is 0");
        }
        return new Address(new byte[] {(byte) (token >>> 24), (byte) (token >>> 16), (byte) (token >>> 8), (byte) token});
    }

    /**
     * The token in this address.
     *
     * @return an unsigned 32-bit number; zero, which is no token, if the address has not four octets
     */
    public int token() {
        if (octets.length != 4) {
            return 0;
        }
        return (octets[0] & 0xFF) << 24 | (octets[1] & 0xFF) << 16 | (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
    }

    /**
     * The octets of this address.
     *
     * @return a copy
     */
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** The octets in hexadecimal, so that a peer's choice of them cannot forge a log line. */
    @Override
    public String toString() {
        return ByteBufUtil.hexDump(octets);
    }
}
