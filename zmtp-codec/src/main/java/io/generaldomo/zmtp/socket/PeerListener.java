package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import java.net.SocketAddress;

/**
 * Is told about the connections of a socket.
 *
 * <p>Called on the socket's event loop, one call at a time; must not block. What it throws is logged and changes nothing.
 */
public interface PeerListener {
    /** Listens to nothing. */
    PeerListener NONE = new PeerListener() {};

    /**
     * A handshake was completed; the peer's messages follow.
     *
     * @param peer the new peer
     */
    default void onConnected(SocketPeer peer) {}

    /**
     * A connection ended; nothing more comes from this peer.
     *
     * @param peer a peer that {@link #onConnected} was called with
     */
    default void onDisconnected(SocketPeer peer) {}

    /**
     * A peer broke the protocol, a limit or a deadline, or refused this side, before or after its handshake. Its connection is closed.
     *
     * @param address where the peer is
     * @param cause what went wrong
     */
    default void onFailed(SocketAddress address, ZmtpException cause) {}

    /** The socket is closed; this is the last call. */
    default void onClosed() {}
}
