package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The way to one peer: a bounded queue, and the connection that empties it, while there is one. Confined to the socket's event loop.
 *
 * <p>An accepted link has one connection; a connecting link has one after the other, and its queue survives them.
 */
final class Link {
    private final int mark;
    private final boolean accepted;
    private final Queue<ZmtpMessage> queue = new ArrayDeque<>();
    private @Nullable LivePeer live;
    /** A write can make the channel unwritable and so come back here, before all of its message is written. */
    private boolean writing;

    private Link(int mark, boolean accepted) {
        this.mark = mark;
        this.accepted = accepted;
    }

    static Link accepted(int mark) {
        return new Link(mark, true);
    }

    static Link connecting(int mark) {
        return new Link(mark, false);
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isLive() {
        return live != null;
    }

    boolean hasRoom() {
        return queue.size() < mark;
    }

    boolean isEmpty() {
        return queue.isEmpty() && !writing;
    }

    /** Sends as far as the channel takes it, queues the rest. Whether there is room is the caller's question. */
    void send(ZmtpMessage message) {
        if (queue.isEmpty() && live != null && live.isWritable()) {
            live.write(message);
        } else {
            queue.add(message.compacted());
        }
    }

    void attach(LivePeer peer) {
        live = peer;
    }

    void detach() {
        live = null;
    }

    /** Gives the connection what it takes. */
    void drain() {
        while (live != null && live.isWritable() && !queue.isEmpty()) {
            writing = true;
            live.write(queue.remove());
            writing = false;
        }
    }

    /** Makes the peer forget what it was sent: drops it from the queue, or if it is on its way, ends the connection. */
    void retract() {
        if (!queue.isEmpty()) {
            clear();
        } else if (live != null) {
            live.disconnect();
        }
    }

    /** Drops what is queued. */
    void clear() {
        queue.forEach(ZmtpMessage::release);
        queue.clear();
    }
}
