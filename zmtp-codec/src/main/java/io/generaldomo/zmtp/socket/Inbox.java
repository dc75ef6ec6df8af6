package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands the messages of a socket to threads of the application, which may block on it: platform threads or virtual ones.
 *
 * <p>Peers take turns. A peer that has sent as much as a high-water mark, of messages or of octets, without its being taken is not read from, until
 * half of that is taken; its sender feels that through TCP. The few messages that had been read already by then are kept on top of the mark. The
 * messages of peers that have left stay to be taken, in all as much as one peer may have.
 *
 * <p><b>Life cycle.</b> Belongs to one socket and is closed with it: messages that nobody took are released, and who waits gets a
 * {@link ZmtpException} with {@link Reason#CLOSED}.
 *
 * <p><b>Ownership.</b> Who takes a message releases it.
 *
 * <p><b>Threads.</b> Thread-safe; waiting ends with an {@link InterruptedException} when the thread is interrupted, and no message is lost by that.
 */
public final class Inbox implements SocketListener {
    private static final int DEFAULT_MARK = 1000;
    /** So many messages are handed over together, at the most: each handing over takes the lock and may wake a thread. */
    private static final int MOST_AT_ONCE = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final FairQueue queue;
    /** Messages of one peer that came at once, as far as they are not in the queue. Confined to the socket's event loop. */
    private final List<ZmtpMessage> arriving = new ArrayList<>();

    private Runnable bell = () -> {};
    private @Nullable SocketPeer sender;
    private boolean closed;

    /** An inbox with high-water marks of 1,000 messages and of the default backlog, 64 MiB, for each peer. */
    public Inbox() {
        this(DEFAULT_MARK);
    }

    /**
     * An inbox with a high-water mark of one's own, and one of the default backlog.
     *
     * @param mark most messages that wait from each peer, one or more
     * @throws IllegalArgumentException if it is less than one
     */
    public Inbox(int mark) {
        this(mark, ZmtpLimits.DEFAULT.backlog());
    }

    /**
     * An inbox with high-water marks of one's own.
     *
     * @param mark most messages that wait from each peer, one or more
     * @param backlog most octets of such messages, one or more; the message that reaches it still waits
     * @throws IllegalArgumentException if one is less than that
     */
    public Inbox(int mark, long backlog) {
        if (mark < 1 || backlog < 1) {
            throw new IllegalArgumentException("a high-water mark is one message at least, and one octet");
        }
        this.queue = new FairQueue(mark, backlog);
    }

    private Inbox(FairQueue queue) {
        this.queue = queue;
    }

    /**
     * An inbox that keeps of each peer only the message that came last: libzmq's "conflate". It never holds a peer up.
     *
     * @return an inbox
     */
    public static Inbox ofLatest() {
        return new Inbox(FairQueue.ofLatest());
    }

    /**
     * Is told of each arrival, and of the end, behind it. To be called before the socket is opened.
     */
    void ringing(Runnable newBell) {
        bell = newBell;
    }

    /**
     * Takes the next message, waiting for it.
     *
     * @return a message and its sender
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException with {@link Reason#CLOSED} if the socket is closed
     */
    public Received take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Received next = next();
            while (next == null) {
                arrival.await();
                next = next();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next message, waiting for it for some time.
     *
     * @param time longest wait; zero for none
     * @return a message and its sender, or empty if none came
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException with {@link Reason#CLOSED} if the socket is closed
     */
    public Optional<Received> poll(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.NANOSECONDS.convert(time);
            Received next = next();
            while (next == null && left > 0) {
                left = arrival.awaitNanos(left);
                next = next();
            }
            return Optional.ofNullable(next);
        } finally {
            lock.unlock();
        }
    }

    /** The next message if there is one, whether the thread is interrupted or not. */
    Optional<Received> now() {
        lock.lock();
        try {
            return Optional.ofNullable(next());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Received next() {
        if (closed) {
            throw new ZmtpException(Reason.CLOSED, "the socket is closed");
        }
        return queue.poll();
    }

    @Override
    public void onMessage(SocketPeer from, ZmtpMessage message) {
        if (sender != from || arriving.size() == MOST_AT_ONCE) {
            onPause();
        }
        sender = from;
        arriving.add(message.compacted());
    }

    @Override
    public void onPause() {
        SocketPeer from = sender;
        if (from == null || arriving.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            queue.add(from, arriving);
            if (arriving.size() == 1) {
                arrival.signal();
            } else {
                arrival.signalAll();
            }
        } finally {
            lock.unlock();
        }
        arriving.clear();
        bell.run();
    }

    @Override
    public void onDisconnected(SocketPeer peer) {
        onPause();
        lock.lock();
        try {
            queue.leave(peer);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onClosed() {
        onPause();
        sender = null;
        lock.lock();
        try {
            closed = true;
            queue.clear();
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
        bell.run();
    }
}
