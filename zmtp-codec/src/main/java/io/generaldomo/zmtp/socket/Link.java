package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The way to one peer: a bounded queue, and the connection that empties it, while there is one. Confined to the socket's event loop.
 *
 * <p>An accepted link has one connection; a connecting link has one after the other. A lasting link is one whose queue is there before its connections
 * and survives them.
 */
final class Link {
    private static final int MESSAGES_TOGETHER = 64;
    private static final int OCTETS_TOGETHER = 16 << 10;

    private final int mark;
    private final long octetMark;
    private final boolean accepted;
    private boolean lasting;
    /** Of a connecting link whose peers, one after the other, all have this routing id. */
    private final @Nullable RoutingId name;
    private final Queue<ZmtpMessage> queue = new ArrayDeque<>();
    private @Nullable LivePeer live;
    private long octets;
    private boolean conflated;
    private boolean ending;
    private boolean oneWay;
    private boolean retired;
    /** A write can make the channel unwritable and so come back here, before all of its message is written. */
    private boolean writing;

    private Link(int mark, long octetMark, boolean accepted, @Nullable RoutingId name) {
        this.mark = mark;
        this.octetMark = octetMark;
        this.accepted = accepted;
        this.lasting = !accepted;
        this.name = name;
    }

    static Link accepted(int mark, long octetMark) {
        return new Link(mark, octetMark, true, null);
    }

    static Link connecting(int mark, long octetMark, @Nullable RoutingId name) {
        return new Link(mark, octetMark, false, name);
    }

    /** This link, which takes messages only while it has a connection. */
    Link brief() {
        lasting = false;
        return this;
    }

    /** This link, the queue of which holds the last message only, and always has room. */
    Link conflated() {
        conflated = true;
        return this;
    }

    /** This link, over which nothing comes back: the peer cannot say what it wants. */
    Link oneWay() {
        oneWay = true;
        return this;
    }

    boolean isOneWay() {
        return oneWay;
    }

    /** There is no connection after this one; where there is none, none after the next attempt. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    @Nullable RoutingId name() {
        return name;
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isLasting() {
        return lasting;
    }

    boolean isLive() {
        return live != null;
    }

    /** Whether what is queued is the last that it has taken. */
    boolean isEnding() {
        return ending;
    }

    boolean hasRoom() {
        return !ending && (conflated || queue.size() < mark && octets < octetMark);
    }

    boolean isEmpty() {
        return queue.isEmpty() && !writing;
    }

    /** Sends as far as the channel takes it, queues the rest. Whether there is room is the caller's question. */
    void send(ZmtpMessage message) {
        if (queue.isEmpty() && live != null && live.isWritable()) {
            live.write(message);
        } else {
            if (conflated) {
                clear();
            }
            octets += message.octets();
            queue.add(message.compacted());
        }
    }

    /**
     * Sends to one of many: the connection gets some messages together, at the latest when the event loop comes to it. Going to a thousand connections in
     * turn for each message would find none of them in the processor's caches. Whether there is room is the caller's question.
     */
    void sendSoon(ZmtpMessage message) {
        if (conflated || live == null) {
            send(message);
            return;
        }
        octets += message.octets();
        queue.add(message.compacted());
        if (queue.size() >= MESSAGES_TOGETHER || octets >= OCTETS_TOGETHER || !hasRoom()) {
            drain();
        } else {
            live.drainSoon();
        }
    }

    void attach(LivePeer peer) {
        live = peer;
    }

    void detach() {
        live = null;
    }

    /** Takes no more messages, and ends the connection when that has been given what is queued. */
    void end() {
        ending = true;
        lasting = false;
        drain();
    }

    /** Gives the connection what it takes. */
    void drain() {
        while (live != null && live.isWritable() && !queue.isEmpty()) {
            ZmtpMessage next = queue.remove();
            octets -= next.octets();
            writing = true;
            live.write(next);
            writing = false;
        }
        if (ending && live != null && isEmpty()) {
            live.finish();
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
        octets = 0;
    }
}
