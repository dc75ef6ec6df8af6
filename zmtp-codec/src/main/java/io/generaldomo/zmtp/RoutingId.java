package io.generaldomo.zmtp;

import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;

/**
 * The key by which a socket that has many peers addresses one of them: 1 to 255 octets for ROUTER, four octets that are not all zero for SERVER.
 *
 * <p>A ROUTER takes the identity that the peer announced, where there is one; a SERVER never lets the peer choose (RFC 28/REQREP, 41/CLISRV).
 * Immutable and thread-safe; usable as a map key.
 */
public final class RoutingId {
    private final byte[] octets;
    private final int hash;

    private RoutingId(byte[] octets) {
        this.octets = octets;
        this.hash = Arrays.hashCode(octets);
    }

    /**
     * The routing id made of these octets.
     *
     * @param octets 1 to 255 octets; copied
     * @return the routing id
     * @throws IllegalArgumentException if there are none or too many
     */
    public static RoutingId of(byte[] octets) {
        if (octets.length == 0 || octets.length > 255) {
            throw new IllegalArgumentException("a routing id has 1 to 255 octets, not " + octets.length);
        }
        return new RoutingId(octets.clone());
    }

    /**
     * The routing id of a SERVER's peer.
     *
     * @param id the id as an unsigned 32-bit number, not zero
     * @return the routing id, four octets, most significant first
     * @throws IllegalArgumentException if the id is zero, which SERVER sockets never assign
     */
    public static RoutingId of(int id) {
        if (id == 0) {
            throw new IllegalArgumentException("a SERVER never assigns routing id 0");
        }
        return new RoutingId(new byte[] {(byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id});
    }

    /**
     * The octets of this id.
     *
     * @return a copy
     */
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutingId that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The octets in hexadecimal, so that a peer's choice of them cannot forge a log line. */
    @Override
    public String toString() {
        return ByteBufUtil.hexDump(octets);
    }
}
