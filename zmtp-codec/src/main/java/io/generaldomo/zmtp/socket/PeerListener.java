package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.SocketAddress;
import java.time.Duration;

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

    /**
     * An endpoint that the socket is to be connected to has no connection; another attempt follows.
     *
     * @param endpoint as it was given to {@link ZmtpSocket#connect}
     * @param why in words: that the connection was lost, or why there was none
     * @param delay how long it is until the attempt
     */
    default void onRetry(Endpoint endpoint, String why, Duration delay) {}

    /** The socket is closed; this is the last call. */
    default void onClosed() {}
}
