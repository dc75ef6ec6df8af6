package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;

/**
 * Forwards messages between two sockets, both ways: ROUTER and DEALER, XSUB and XPUB, PULL and PUSH, and others that fit.
 *
 * <p>Each way has a thread that waits where the messages go until there is room, and then takes the next; meanwhile those who send are held up by
 * their queue. What has no way, since its peer has left, is dropped and counted, and so is what finds too many others waiting.
 *
 * <p><b>Life cycle.</b> Runs until it or one of the sockets is closed. The sockets belong to the caller, who opens and closes them; nobody else
 * receives from them meanwhile. Thread-safe.
 */
public final class ZmtpProxy implements AutoCloseable {
    private final LongAdder forwarded = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final List<Thread> threads;

    private ZmtpProxy(BlockingSocket front, BlockingSocket back, ThreadFactory factory) {
        this.threads = List.of(factory.newThread(() -> forward(front, back)), factory.newThread(() -> forward(back, front)));
    }

    /**
     * Begins to forward.
     *
     * @param front one socket
     * @param back the other
     * @param factory makes two threads, platform threads or virtual ones
     * @return the proxy
     */
    public static ZmtpProxy start(BlockingSocket front, BlockingSocket back, ThreadFactory factory) {
        ZmtpProxy proxy = new ZmtpProxy(front, back, factory);
        proxy.threads.forEach(Thread::start);
        return proxy;
    }

    private void forward(BlockingSocket from, BlockingSocket to) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ZmtpMessage next = from.receive();
                if (sent(next, to)) {
                    forwarded.increment();
                } else {
                    dropped.increment();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ZmtpException closed) {
            // One of the sockets is closed, and with it the way.
            return;
        }
    }

    private static boolean sent(ZmtpMessage message, BlockingSocket to) throws InterruptedException {
        try {
            to.send(message);
            return true;
        } catch (ZmtpException e) {
            if (e.reason() == Reason.CLOSED) {
                throw e;
            }
            return false;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return false; // of a shape, or in a direction, that the other socket does not have
        }
    }

    /**
     * How many messages were forwarded.
     *
     * @return their number, both ways together
     */
    public long forwarded() {
        return forwarded.sum();
    }

    /**
     * How many messages were dropped.
     *
     * @return their number, both ways together
     */
    public long dropped() {
        return dropped.sum();
    }

    /** Waits until the proxy has ended. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Ends the proxy; a message that it holds at that moment is lost. The sockets stay open. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
