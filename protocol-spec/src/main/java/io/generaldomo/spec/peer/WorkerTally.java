package io.generaldomo.spec.peer;

/**
 * What a worker sent and received until now.
 *
 * @param readies        READY commands sent; each but the first is a new connection
 * @param requests       REQUEST commands received
 * @param partials       parts of replies sent, without the end
 * @param replies        replies sent to their end
 * @param heartbeats     HEARTBEAT commands received
 * @param heartbeatsSent HEARTBEAT commands sent
 * @param disconnects    DISCONNECT commands received
 * @param silences       times that the broker was silent for too long
 * @param malformed      messages that no broker may send
 */
public record WorkerTally(
        long readies, long requests, long partials, long replies, long heartbeats, long heartbeatsSent, long disconnects, long silences, long malformed) {
    static WorkerTally of(PeerLine line) {
        return new WorkerTally(line.number("readies"), line.number("requests"), line.number("partials"),
                line.number("replies"), line.number("heartbeats"), line.number("heartbeatsSent"), line.number("disconnects"), line.number("silences"), line.number("malformed"));
    }
}
