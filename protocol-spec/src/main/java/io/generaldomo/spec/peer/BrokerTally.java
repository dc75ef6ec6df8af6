package io.generaldomo.spec.peer;

/**
 * What a broker received and did until now.
 *
 * @param requests    requests from clients
 * @param replies     replies to clients
 * @param readies     READY commands
 * @param heartbeats  HEARTBEAT commands
 * @param disconnects DISCONNECT commands
 * @param expired     workers taken for dead
 * @param malformed   messages of no dialect
 * @param workers     registered now
 */
public record BrokerTally(
        long requests, long replies, long readies, long heartbeats, long disconnects, long expired, long malformed, long workers) {
    static BrokerTally of(PeerLine line) {
        return new BrokerTally(line.number("requests"), line.number("replies"), line.number("readies"), line.number("heartbeats"),
                line.number("disconnects"), line.number("expired"), line.number("malformed"), line.number("workers"));
    }
}
