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

    @Override
    public void onConnected(LivePeer peer) {
        only = peer.link();
        balanced.onConnected(peer);
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
    public void onLost(LivePeer peer) {
        if (peer.link().isAccepted()) {
            only = null;
        }
        balanced.onLost(peer);
    }

    @Override
    public void onClosing() {
        balanced.onClosing();
    }
}
