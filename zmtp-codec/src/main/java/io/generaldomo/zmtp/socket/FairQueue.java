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
 * What waits to be received, with peers taking turns (RFC 28/REQREP, "fair-queuing"). At its high-water mark a peer is not read from any more; it is
 * again when half of that is left. Peers that have left may together leave as many messages behind as one peer may have; what exceeds that is
 * dropped. Not thread-safe.
 */
final class FairQueue {
    private final int mark;
    private final Map<SocketPeer, Lane> lanes = new IdentityHashMap<>();
    private final Queue<Lane> turns = new ArrayDeque<>();
    private int leftBehind;

    FairQueue(int mark) {
        this.mark = mark;
    }

    private static final class Lane {
        final SocketPeer peer;
        final Deque<ZmtpMessage> messages = new ArrayDeque<>();
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
        lane.messages.addAll(messages);
        if (lane.messages.size() >= mark && !lane.paused) {
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
        Received next = new Received(lane.peer, lane.messages.remove());
        if (lane.left) {
            leftBehind--;
        }
        if (lane.paused && lane.messages.size() <= mark / 2) {
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

    /** A peer has left. */
    void leave(SocketPeer peer) {
        Lane lane = lanes.get(peer);
        if (lane == null) {
            return;
        }
        lane.left = true;
        leftBehind += lane.messages.size();
        while (leftBehind > mark && !lane.messages.isEmpty()) {
            lane.messages.removeLast().release();
            leftBehind--;
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
        leftBehind = 0;
    }
}
