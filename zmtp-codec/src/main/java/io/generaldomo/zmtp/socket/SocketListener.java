package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;

/**
 * Receives the messages of a socket.
 *
 * <p>Called on the socket's event loop, one call at a time; must not block. What it throws is logged and changes nothing.
 * {@link Inbox} is one for applications that receive by threads of their own.
 */
public interface SocketListener extends PeerListener {
    /**
     * A message arrived.
     *
     * @param from the peer that sent it; {@link SocketPeer#pauseReading()} is how to slow it down
     * @param message one reference passes to the listener, which releases it
     */
    void onMessage(SocketPeer from, ZmtpMessage message);

    /**
     * The messages that came at once, from one peer, have all been delivered, and others may be long in coming: what was gathered on account of them
     * is to be handed on now.
     */
    default void onPause() {}
}
