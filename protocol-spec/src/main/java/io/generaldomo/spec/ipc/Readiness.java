package io.generaldomo.spec.ipc;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;

/** Waits until a channel is ready for one thing. For one thread; closing is for any, and wakes it. */
final class Readiness implements AutoCloseable {
    private final Selector selector;

    Readiness() throws IOException {
        selector = Selector.open();
    }

    /** What to wait for, of a channel that does not block. */
    void of(SelectableChannel channel, int operation) throws IOException {
        channel.register(selector, operation);
    }

    /** The time until which to wait, by {@link System#nanoTime()}, as sockets are told it: without end for 0. */
    static long deadline(int millis) {
        return System.nanoTime() + (millis == 0 ? Long.MAX_VALUE / 2 : millis * 1_000_000L);
    }

    /** Waits. */
    void await(long deadline) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("the time is up");
        }
        try {
            selector.select(millis);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException e) {
            throw new SocketException("the socket is closed");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
