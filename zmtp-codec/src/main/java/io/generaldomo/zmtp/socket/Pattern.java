package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;

/** What a type of socket does with its links and their messages. Called on the socket's event loop alone. */
interface Pattern {
    /** A link that this side connects was made; it takes messages from now on. */
    default void onLink(Link link) {}

    /** Whether the peer that a link has found may stay. */
    default boolean admits(Link link) {
        return true;
    }

    /** A handshake was completed on a link, a new one or one known before. */
    default void onConnected(LivePeer peer) {}

    /** A message arrived; its reference passes to the pattern. */
    void onMessage(LivePeer from, ZmtpMessage message);

    /** A peer subscribes to something, or takes that back. Only publishers are told. What this throws costs the peer its connection. */
    default void onSubscription(LivePeer from, ZmtpSubscription subscription) {}

    /** All messages that came at once have been handed on. */
    default void onPause() {}

    /** The connection gave the queue of its link some room. */
    default void onRoom() {}

    /** A connection ended. Drops what is queued on its link, if that dies with the connection. */
    void onLost(LivePeer peer);

    /** The socket is being closed: fails what waits to be accepted. What is queued on links is still being sent. */
    default void onClosing() {}
}
