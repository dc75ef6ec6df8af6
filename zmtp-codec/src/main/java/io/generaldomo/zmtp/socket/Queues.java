package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a socket's queues are bounded.
 *
 * @param sendMark most messages towards each peer
 * @param receiveMark most messages from each peer that wait to be served
 * @param conflated whether a queue towards a peer holds the last message only
 * @param lasting whether a queue towards an endpoint is there before its connections, and survives them
 * @param linger how long a socket that is closed may take to send what is queued
 */
record Queues(int sendMark, int receiveMark, boolean conflated, boolean lasting, Duration linger) {
    Queues {
        if (sendMark < 1 || receiveMark < 1) {
            throw new IllegalArgumentException("a high-water mark is one message at least");
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("lingering takes no negative time");
        }
    }

    Queues withSendMark(int messages) {
        return new Queues(messages, receiveMark, conflated, lasting, linger);
    }

    Queues withReceiveMark(int messages) {
        return new Queues(sendMark, messages, conflated, lasting, linger);
    }

    Queues withConflation() {
        return new Queues(sendMark, receiveMark, true, lasting, linger);
    }

    Queues ofConnections() {
        return new Queues(sendMark, receiveMark, conflated, false, linger);
    }

    Queues withLinger(Duration time) {
        return new Queues(sendMark, receiveMark, conflated, lasting, time);
    }

    Link accepted(long octetMark) {
        return bounded(Link.accepted(sendMark, octetMark));
    }

    Link connecting(long octetMark, @Nullable RoutingId name) {
        Link link = bounded(Link.connecting(sendMark, octetMark, name));
        return lasting || name != null ? link : link.brief();
    }

    private Link bounded(Link link) {
        return conflated ? link.conflated() : link;
    }
}
