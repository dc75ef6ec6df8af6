package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** Of the sockets that are open. Guarded by the lock, as the rest is. */
    private final Map<Inbox, K> keys = new HashMap<>();
    /** Those that may have a message, or have been closed, in the order of their turns: who waits need not ask all. */
    private final Set<Inbox> ringing = new LinkedHashSet<>();

    /** A group without inboxes. */
    public Inboxes() {}

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
        inbox.ringing(() -> ring(inbox));
        lock.lock();
        try {
            keys.put(inbox, key);
        } finally {
            lock.unlock();
        }
        return inbox;
    }

    private void ring(Inbox inbox) {
        lock.lock();
        try {
            ringing.add(inbox);
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
            Optional<Taken<K>> next = next();
            while (next.isEmpty() && left > 0) {
                left = arrival.awaitNanos(left);
                next = next();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Who had one goes to the end, and may have more. */
    private Optional<Taken<K>> next() {
        while (!ringing.isEmpty()) {
            Inbox inbox = ringing.iterator().next();
            ringing.remove(inbox);
            try {
                Optional<Received> received = inbox.now();
                if (received.isPresent()) {
                    ringing.add(inbox);
                    return Optional.of(new Taken<>(keys.get(inbox), received.get()));
                }
            } catch (ZmtpException closed) {
                keys.remove(inbox);
            }
        }
        if (keys.isEmpty()) {
            throw new ZmtpException(Reason.CLOSED, "all sockets are closed");
        }
        return Optional.empty();
    }
}
