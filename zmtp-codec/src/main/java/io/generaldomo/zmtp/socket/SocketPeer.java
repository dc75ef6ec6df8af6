package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpPeer;

/**
 * One connection to a peer, from the end of its handshake to its loss. A peer that comes back is a new one. Compared by identity.
 *
 * <p>Every method may be called from any thread.
 */
public sealed interface SocketPeer permits LivePeer {
    /**
     * The key of this peer in its socket: for a ROUTER the identity that the peer announced, where it announced one; else a number that the
     * socket gave it. No other peer has it as long as this one is connected.
     *
     * @return the routing id
     */
    RoutingId routingId();

    /**
     * What the handshake told about the peer, its address among it.
     *
     * @return the peer
     */
    ZmtpPeer peer();

    /**
     * Stops reading from this peer, which its sender feels through TCP. Messages that have been read already, up to a buffer full, still arrive;
     * PING is not answered while nothing is read.
     */
    void pauseReading();

    /** Reads from this peer again. */
    void resumeReading();

    /** Ends this connection. If this side has connected, it will connect again. */
    void disconnect();
}
