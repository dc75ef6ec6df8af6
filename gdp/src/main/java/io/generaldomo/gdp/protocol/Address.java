package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The address frame of a worker's REQUEST, which the worker puts into its REPLY as it is (RFC 7/MDP, "client address"): 1 to 255 octets.
 *
 * <p>To a worker it is opaque. Our broker puts four octets there that name the request, not the client: a token that is not zero.
 * Immutable and thread-safe.
 */
public final class Address {
    /** The longest address, in octets. */
    public static final int MAX_LENGTH = 255;

    private static final int TOKEN_LENGTH = 4;

    /** The octets of an address of four, which is what our broker sends: no array for that. */
    private final int token;
    /** All others; null where there are four. */
    private final byte @Nullable [] octets;

    private Address(int token, byte @Nullable [] octets) {
        this.token = token;
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
        return of(Unpooled.wrappedBuffer(octets), 0, octets.length);
    }

    /** The address that stands there; the octets are copied. */
    static Address of(ByteBuf buffer, int start, int length) {
        if (length == 0 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("an address has 1 to 255 octets, not " + length);
        }
        return length == TOKEN_LENGTH
                ? new Address(buffer.getInt(start), null)
                : new Address(0, ByteBufUtil.getBytes(buffer, start, length));
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
        return new Address(token, null);
    }

    /**
     * The token in this address.
     *
     * @return an unsigned 32-bit number; zero, which is no token, if the address has not four octets
     */
    public int token() {
        return token;
    }

    /** Octets of this address. */
    int length() {
        return octets == null ? TOKEN_LENGTH : octets.length;
    }

    /** Appends the octets of this address. */
    void writeTo(ByteBuf out) {
        if (octets == null) {
            out.writeInt(token);
        } else {
            out.writeBytes(octets);
        }
    }

    /**
     * The octets of this address.
     *
     * @return a copy
     */
    public byte[] octets() {
        byte[] copy = new byte[length()];
        writeTo(Unpooled.wrappedBuffer(copy).clear());
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && token == that.token && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * token + Arrays.hashCode(octets);
    }

    /** The octets in hexadecimal, so that a peer's choice of them cannot forge a log line. */
    @Override
    public String toString() {
        return ByteBufUtil.hexDump(octets());
    }
}
