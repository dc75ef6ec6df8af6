package io.generaldomo.zmtp;

/**
 * How many connections a bound endpoint puts up with. One connection too many is closed as soon as it is accepted, before an octet of it is read.
 *
 * <p>An address is an IPv4 address, or the /64 network of an IPv6 address: whoever has one address of it has them all. Many peers may share one
 * address, behind a NAT or on the loopback interface. So by default one address may have all connections, but never all the handshakes: silent
 * connections from one place leave room for the handshakes of everybody else.
 *
 * @param connections most connections
 * @param connectionsPerAddress most connections from one address
 * @param handshakes most connections whose handshake is not done
 * @param handshakesPerAddress most connections from one address whose handshake is not done
 */
public record ConnectionLimits(int connections, int connectionsPerAddress, int handshakes, int handshakesPerAddress) {
    /** 65,536 connections, from wherever they come; 1,000 handshakes at a time, 750 of them from one address. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(65_536, 65_536, 1000, 750);

    /**
     * Checks the limits.
     *
     * @param connections as above
     * @param connectionsPerAddress as above
     * @param handshakes as above
     * @param handshakesPerAddress as above
     * @throws IllegalArgumentException if one is not positive
     */
    public ConnectionLimits {
        if (connections < 1 || connectionsPerAddress < 1 || handshakes < 1 || handshakesPerAddress < 1) {
            throw new IllegalArgumentException("limits are positive numbers");
        }
    }

    /**
     * These limits with another number of connections.
     *
     * @param most most connections
     * @param mostPerAddress most connections from one address
     * @return new limits
     */
    public ConnectionLimits withConnections(int most, int mostPerAddress) {
        return new ConnectionLimits(most, mostPerAddress, handshakes, handshakesPerAddress);
    }

    /**
     * These limits with another number of handshakes.
     *
     * @param most most connections whose handshake is not done
     * @param mostPerAddress most of them from one address
     * @return new limits
     */
    public ConnectionLimits withHandshakes(int most, int mostPerAddress) {
        return new ConnectionLimits(connections, connectionsPerAddress, most, mostPerAddress);
    }
}
