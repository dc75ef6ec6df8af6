package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a peer process pushed about one handle and nobody took yet. Safe for use by several threads. */
final class PeerEvents {
    private final Queue<PeerLine> lines = new ArrayDeque<>();
    private boolean gone;

    synchronized void add(PeerLine line) {
        lines.add(line);
        notifyAll();
    }

    /** Nothing will come any more. */
    synchronized void end() {
        gone = true;
        notifyAll();
    }

    /**
     * Takes the first event that is wanted and leaves the others, waiting for it when there is none yet.
     *
     * @return the event, or null when it did not come in time, or cannot come any more
     */
    synchronized @Nullable PeerLine take(Predicate<PeerLine> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (Iterator<PeerLine> each = lines.iterator(); each.hasNext(); ) {
                PeerLine line = each.next();
                if (wanted.test(line)) {
                    each.remove();
                    return line;
                }
            }
            long left = deadline - System.nanoTime();
            if (gone || left <= 0) {
                return null;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    @Override
    public synchronized String toString() {
        return lines.toString();
    }
}
