package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import org.jspecify.annotations.Nullable;

/** PAIR and CHANNEL: one peer at a time, others are turned away (RFC 31/EXPAIR, 52/CHANNEL). Confined to the socket's event loop. */
final class ExclusivePattern implements Pattern {
    private final BalancedPattern balanced;
    private @Nullable Link only;

    /** What the pattern does with its one peer is what a balanced one would do. */
    ExclusivePattern(BalancedPattern balanced) {
        this.balanced = balanced;
    }

    @Override
    public boolean admits(Link link) {
        return only == null || only == link;
    }

    void send(Send send) {
        balanced.send(send);
    }

    /** An endpoint to connect to is the peer for good; there is no second one. */
    @Override
    public void onLink(Link link) {
        if (only == null) {
            only = link;
            balanced.onLink(link);
        }
    }

    /** It may be at an endpoint that was connected to while there was another one. */
    @Override
    public void onConnected(LivePeer peer) {
        onLink(peer.link());
    }

    @Override
    public void onUnlink(Link link) {
        if (only == link) {
            only = null;
        }
        balanced.onUnlink(link);
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        balanced.onMessage(from, message);
    }

    @Override
    public void onPause() {
        balanced.onPause();
    }

    @Override
    public void onRoom() {
        balanced.onRoom();
    }

    @Override
    public void onClosing() {
        balanced.onClosing();
    }
}
