package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException.Reason;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Sends that wait in order, up to a mark, because no queue has room for them. Confined to the socket's event loop. */
final class Backlog {
    private final int mark;
    private final Queue<Send> waiting = new ArrayDeque<>();

    Backlog(int mark) {
        this.mark = mark;
    }

    /** Whether nobody waits whom a new send would overtake. When as many wait as may, those whose senders have given up are dropped first. */
    boolean letsPass() {
        if (waiting.size() == mark) {
            waiting.removeIf(Send::isAbandoned);
        }
        return waiting.isEmpty();
    }

    /**
     * Lets a send wait, or refuses it if too many do.
     *
     * @param why it cannot go at once
     */
    void add(Send send, String why) {
        if (waiting.size() < mark) {
            send.compact();
            waiting.add(send);
        } else {
            send.refuse(Reason.HIGH_WATER_MARK, why + ", and " + mark + " messages wait");
        }
    }

    /** The send whose turn it is, or null if none waits. It stays until {@link #removeFirst}, which comes before it is accepted. */
    @Nullable Send first() {
        while (!waiting.isEmpty() && waiting.element().isAbandoned()) {
            waiting.remove();
        }
        return waiting.peek();
    }

    void removeFirst() {
        waiting.remove();
    }

    /** The socket is being closed. */
    void refuseAll(String why) {
        for (Send send = waiting.poll(); send != null; send = waiting.poll()) {
            send.refuse(Reason.CLOSED, why);
        }
    }
}
