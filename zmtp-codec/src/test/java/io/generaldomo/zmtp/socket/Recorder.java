package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a socket tells, for a test to wait for. */
final class Recorder implements SocketListener {
    private static final long PATIENCE = 20;

    private final BlockingQueue<SocketPeer> connected = new LinkedBlockingQueue<>();
    private final BlockingQueue<SocketPeer> disconnected = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ZmtpException> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> retries = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void onMessage(SocketPeer from, ZmtpMessage message) {
        texts.add(text(message));
    }

    /** The parts with bars between them. Releases the message. */
    static String text(ZmtpMessage message) {
        StringBuilder text = new StringBuilder(message.utf8(0));
        for (int i = 1; i < message.size(); i++) {
            text.append('|').append(message.utf8(i));
        }
        message.release();
        return text.toString();
    }

    @Override
    public void onConnected(SocketPeer peer) {
        connected.add(peer);
    }

    @Override
    public void onDisconnected(SocketPeer peer) {
        disconnected.add(peer);
    }

    @Override
    public void onClosed() {
        closed.countDown();
    }

    @Override
    public void onFailed(SocketAddress address, ZmtpException cause) {
        failures.add(cause);
    }

    @Override
    public void onRetry(Endpoint endpoint, String why, Duration delay) {
        retries.add(endpoint + ": " + why);
    }

    String retry() {
        return next(retries);
    }

    ZmtpException failure() {
        return next(failures);
    }

    boolean sawAnybody() {
        return !connected.isEmpty();
    }

    SocketPeer connected() {
        return next(connected);
    }

    SocketPeer disconnected() {
        return next(disconnected);
    }

    String text() {
        return next(texts);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    int waiting() {
        return texts.size();
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("something in time").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
