package io.generaldomo.spec.sniff.capture;

import io.generaldomo.spec.sniff.Conversation;
import io.generaldomo.spec.sniff.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The octets of one side in their order: what comes twice is dropped, what comes early waits. What the other side acknowledges and the capture does not have is lacking for
 * good, and the conversation is told so. Confined.
 */
final class TcpStream {
    /** What waits for octets that may come late. */
    private static final int LARGEST_BACKLOG = 4 * 1024 * 1024;

    private final Conversation conversation;
    private final Side side;
    /** By distance from the first octet of the stream. */
    private final TreeMap<Long, Segment> early = new TreeMap<>();
    private final int first;
    private long next;
    private long acknowledged;
    private long backlog;
    private long end = Long.MAX_VALUE;
    private boolean ended;

    /**
     * A stream.
     *
     * @param first sequence number of the first octet
     */
    TcpStream(Conversation conversation, Side side, int first) {
        this.conversation = conversation;
        this.side = side;
        this.first = first;
    }

    /** Octets of this side. */
    void segment(Segment segment, Instant time) {
        long at = position(segment.sequence() + (segment.is(Segment.SYN) ? 1 : 0));
        if (segment.is(Segment.FIN)) {
            end = Math.max(at + segment.size(), next);
        }
        if (segment.size() > 0 && at + segment.size() > next) {
            Segment other = early.get(at);
            if (other == null || other.size() < segment.size()) {
                early.put(at, segment);
                backlog += segment.size() - (other == null ? 0 : other.size());
            }
        }
        deliver(time, backlog > LARGEST_BACKLOG);
    }

    /** The other side has all octets before this number. */
    void acknowledge(int number, Instant time) {
        acknowledged = Math.max(acknowledged, position(number));
        deliver(time, false);
    }

    /** Distances wrap at 2^32; the nearest to where the stream is. */
    private long position(int number) {
        return next + (number - (first + (int) next));
    }

    private void deliver(Instant time, boolean anyway) {
        while (!early.isEmpty() && !ended) {
            long at = early.firstKey();
            if (at > next && acknowledged < at + 1 && !anyway) {
                return;
            }
            Map.Entry<Long, Segment> entry = early.pollFirstEntry();
            Segment segment = entry.getValue();
            backlog -= segment.size();
            if (at > next) {
                conversation.missing(side, time, at - next);
                next = at;
            }
            hand(segment, at, time);
        }
        if (next >= end && !ended) {
            ended = true;
            conversation.end(side, time);
            conversation.event(side, time, "closes");
        }
    }

    private void hand(Segment segment, long at, Instant time) {
        int known = (int) Math.min(Math.max(0, next - at), segment.size());
        byte[] payload = segment.payload();
        if (known < payload.length) {
            conversation.octets(side, time, known == 0 ? payload : Arrays.copyOfRange(payload, known, payload.length));
            next = Math.max(next, at + payload.length);
        }
        if (at + segment.size() > next) {
            conversation.missing(side, time, at + segment.size() - next);
            next = at + segment.size();
        }
    }

    /** Nothing more comes, of whatever there was to come. */
    void end(Instant time) {
        if (!ended) {
            deliver(time, true);
        }
        if (!ended) {
            ended = true;
            conversation.end(side, time);
        }
    }

    boolean hasEnded() {
        return ended;
    }
}
