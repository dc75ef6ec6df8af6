package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The inboxes of several sockets, to wait on all of them at once: what other libraries have a poller for. Sockets take turns, and so do the peers of
 * each. A message that is taken comes with the key of its socket.
 *
 * <pre>{@code
 * Inboxes<String> inboxes = new Inboxes<>();
 * ZmtpPull tasks = ZmtpPull.open(options, inboxes.add("task", new Inbox()));
 * ZmtpSub control = ZmtpSub.open(options, inboxes.add("control", new Inbox()));
 * Inboxes.Taken<String> next = inboxes.take();
 * }</pre>
 *
 * <p><b>Life cycle.</b> A socket that is closed is waited on no more; when all are closed, waiting ends with {@link Reason#CLOSED}.
 *
 * <p><b>Ownership and threads</b> are as with {@link Inbox}.
 *
 * @param <K> what tells the sockets apart
 */
public final class Inboxes<K> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    /** In the order of their turns. Guarded by the lock, as the rest is. */
    private final List<Entry<K>> entries = new ArrayList<>();

    private boolean rung;

    /** A group without inboxes. */
    public Inboxes() {}

    private record Entry<K>(K key, Inbox inbox) {}

    /**
     * A message that was taken.
     *
     * @param key of the socket that received it
     * @param received the message and its sender
     * @param <K> what tells the sockets apart
     */
    public record Taken<K>(K key, Received received) {}

    /**
     * Adds an inbox.
     *
     * @param key of the socket that it belongs to
     * @param inbox one that has no socket yet, and is in no other group
     * @return the inbox, to open the socket with
     */
    public Inbox add(K key, Inbox inbox) {
        inbox.ringing(this::ring);
        lock.lock();
        try {
            entries.add(new Entry<>(key, inbox));
        } finally {
            lock.unlock();
        }
        return inbox;
    }

    private void ring() {
        lock.lock();
        try {
            rung = true;
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next message of any socket, waiting for it.
     *
     * @return a message and its socket
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException with {@link Reason#CLOSED} if all sockets are closed
     */
    public Taken<K> take() throws InterruptedException {
        return poll(Duration.ofNanos(Long.MAX_VALUE)).orElseThrow();
    }

    /**
     * Takes the next message of any socket, waiting for it for some time.
     *
     * @param time longest wait; zero for none
     * @return a message and its socket, or empty if none came
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException with {@link Reason#CLOSED} if all sockets are closed
     */
    public Optional<Taken<K>> poll(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.NANOSECONDS.convert(time);
            while (true) {
                rung = false;
                Optional<Taken<K>> next = next();
                if (next.isPresent() || left <= 0) {
                    return next;
                }
                while (!rung && left > 0) {
                    left = arrival.awaitNanos(left);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Who was asked goes to the end. */
    private Optional<Taken<K>> next() {
        for (int asked = entries.size(); asked > 0; asked--) {
            Entry<K> entry = entries.remove(0);
            try {
                Optional<Received> received = entry.inbox.now();
                entries.add(entry);
                if (received.isPresent()) {
                    return Optional.of(new Taken<>(entry.key, received.get()));
                }
            } catch (ZmtpException closed) {
                // Its socket is closed: it does not take part any more.
                continue;
            }
        }
        if (entries.isEmpty()) {
            throw new ZmtpException(Reason.CLOSED, "all sockets are closed");
        }
        return Optional.empty();
    }
}
