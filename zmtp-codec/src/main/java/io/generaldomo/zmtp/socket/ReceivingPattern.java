package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;

/** PULL: takes what comes and sends nothing. Confined to the socket's event loop. */
final class ReceivingPattern implements Pattern {
    private final SocketListener listener;

    ReceivingPattern(SocketListener listener) {
        this.listener = listener;
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        listener.onMessage(from, message);
    }

    @Override
    public void onPause() {
        listener.onPause();
    }

    @Override
    public void onLost(LivePeer peer) {
        peer.link().clear();
    }
}
