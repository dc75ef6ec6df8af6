package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import java.net.SocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what an application's listener throws away from the connections, and silence after {@link #onClosed}. */
final class GuardedListener implements PeerListener {
    private static final Logger log = LoggerFactory.getLogger(GuardedListener.class);

    private final PeerListener listener;
    private boolean closed;

    GuardedListener(PeerListener listener) {
        this.listener = listener;
    }

    void guard(Runnable call) {
        if (closed) {
            return;
        }
        try {
            call.run();
        } catch (RuntimeException e) {
            threw(e);
        }
    }

    void threw(RuntimeException failure) {
        log.error("a listener threw", failure);
    }

    @Override
    public void onConnected(SocketPeer peer) {
        guard(() -> listener.onConnected(peer));
    }

    @Override
    public void onDisconnected(SocketPeer peer) {
        guard(() -> listener.onDisconnected(peer));
    }

    @Override
    public void onFailed(SocketAddress address, ZmtpException cause) {
        guard(() -> listener.onFailed(address, cause));
    }

    @Override
    public void onClosed() {
        guard(listener::onClosed);
        closed = true;
    }
}
