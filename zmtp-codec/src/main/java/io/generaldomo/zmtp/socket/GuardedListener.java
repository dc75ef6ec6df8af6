package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.SocketAddress;
import java.time.Duration;
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

    /** A message of the socket's own, for a listener that takes messages. */
    void onNotice(SocketPeer peer, ZmtpMessage message) {
        if (listener instanceof SocketListener receiver && !closed) {
            guard(() -> {
                receiver.onMessage(peer, message);
                receiver.onPause();
            });
        } else {
            message.release();
        }
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
    public void onRetry(Endpoint endpoint, String why, Duration delay) {
        guard(() -> listener.onRetry(endpoint, why, delay));
    }

    @Override
    public void onClosed() {
        guard(listener::onClosed);
        closed = true;
    }
}
