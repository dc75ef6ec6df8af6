package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be received, with peers taking turns (RFC 28/REQREP, "fair-queuing"). At its high-water mark, in messages or octets, a peer is not
 * read from any more; it is again when half of that is left. Peers that have left may together leave as much behind as one peer may have; what
 * exceeds that is dropped. Not thread-safe.
 */
final class FairQueue {
    private final int mark;
    private final long octetMark;
    /** Whether of each peer only what came last is kept. */
    private final boolean conflated;
    private final Map<SocketPeer, Lane> lanes = new IdentityHashMap<>();
    private final Queue<Lane> turns = new ArrayDeque<>();
    private final Amount leftBehind = new Amount();

    FairQueue(int mark, long octetMark) {
        this(mark, octetMark, false);
    }

    private FairQueue(int mark, long octetMark, boolean conflated) {
        this.mark = mark;
        this.octetMark = octetMark;
        this.conflated = conflated;
    }

    /** A queue that keeps of each peer the message that came last, and never stops one from being read. */
    static FairQueue ofLatest() {
        return new FairQueue(Integer.MAX_VALUE, Long.MAX_VALUE, true);
    }

    private static final class Amount {
        int messages;
        long octets;

        void add(int moreMessages, long moreOctets) {
            messages += moreMessages;
            octets += moreOctets;
        }
    }

    private static final class Lane {
        final SocketPeer peer;
        final Deque<ZmtpMessage> messages = new ArrayDeque<>();
        final Amount amount = new Amount();
        boolean paused;
        boolean left;

        Lane(SocketPeer peer) {
            this.peer = peer;
        }
    }

    /** Adds messages of one peer, which are one or more and fit to wait. */
    void add(SocketPeer from, List<ZmtpMessage> messages) {
        Lane lane = lanes.computeIfAbsent(from, Lane::new);
        if (lane.messages.isEmpty()) {
            turns.add(lane);
        }
        for (ZmtpMessage message : messages) {
            if (conflated && !lane.messages.isEmpty()) {
                take(lane, lane.messages.remove()).release();
            }
            lane.amount.add(1, message.octets());
            lane.messages.add(message);
        }
        if ((lane.amount.messages >= mark || lane.amount.octets >= octetMark) && !lane.paused) {
            lane.paused = true;
            from.pauseReading();
        }
    }

    /** The next message, or null if there is none. */
    @Nullable Received poll() {
        Lane lane = turns.poll();
        if (lane == null) {
            return null;
        }
        Received next = new Received(lane.peer, take(lane, lane.messages.remove()));
        if (lane.paused && lane.amount.messages <= mark / 2 && lane.amount.octets <= octetMark / 2) {
            lane.paused = false;
            lane.peer.resumeReading();
        }
        if (lane.messages.isEmpty()) {
            lanes.remove(lane.peer);
        } else {
            turns.add(lane);
        }
        return next;
    }

    private ZmtpMessage take(Lane lane, ZmtpMessage message) {
        lane.amount.add(-1, -message.octets());
        if (lane.left) {
            leftBehind.add(-1, -message.octets());
        }
        return message;
    }

    /** A peer has left. */
    void leave(SocketPeer peer) {
        Lane lane = lanes.get(peer);
        if (lane == null) {
            return;
        }
        lane.left = true;
        leftBehind.add(lane.amount.messages, lane.amount.octets);
        while ((leftBehind.messages > mark || leftBehind.octets > octetMark) && !lane.messages.isEmpty()) {
            take(lane, lane.messages.removeLast()).release();
        }
        if (lane.messages.isEmpty()) {
            lanes.remove(peer);
            turns.remove(lane);
        }
    }

    void clear() {
        turns.forEach(lane -> lane.messages.forEach(ZmtpMessage::release));
        turns.clear();
        lanes.clear();
        leftBehind.add(-leftBehind.messages, -leftBehind.octets);
    }
}
