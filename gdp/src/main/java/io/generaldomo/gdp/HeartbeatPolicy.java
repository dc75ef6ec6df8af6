package io.generaldomo.gdp;

import java.time.Duration;

/**
 * How often a side sends MDP heartbeats, and how long it lets the other side be silent (RFC 7/MDP, "Heartbeating").
 *
 * <p>What one sends and what one waits for are two numbers, because the peers of real life disagree: a worker of the ZeroMQ Guide sends
 * every 2500 ms, one made by zproto gives its broker up after three seconds.
 *
 * @param interval time between two heartbeats that this side sends
 * @param peerInterval time between two heartbeats that the peer is taken to send
 * @param liveness how many of the peer's intervals may pass without anything from it
 */
public record HeartbeatPolicy(Duration interval, Duration peerInterval, int liveness) {
    /** Sends every 1000 ms and expires the peer after 7500 ms: agrees with every Majordomo implementation that is known. */
    public static final HeartbeatPolicy DEFAULT = new HeartbeatPolicy(Duration.ofMillis(1000), Duration.ofMillis(2500), 3);

    /**
     * Checks the times.
     *
     * @param interval time between two heartbeats that this side sends
     * @param peerInterval time between two heartbeats that the peer is taken to send
     * @param liveness how many of the peer's intervals may pass without anything from it
     * @throws IllegalArgumentException if an interval is not positive or the liveness below one
     */
    public HeartbeatPolicy {
        if (interval.isNegative() || interval.isZero() || peerInterval.isNegative() || peerInterval.isZero()) {
            throw new IllegalArgumentException("heartbeat intervals are positive");
        }
        if (liveness < 1) {
            throw new IllegalArgumentException("a liveness is at least 1, not " + liveness);
        }
    }

    /**
     * A policy for two sides that keep the same interval.
     *
     * @param interval time between two heartbeats, of either side
     * @param liveness how many intervals may pass without anything from the peer
     * @return the policy
     * @throws IllegalArgumentException if the interval is not positive or the liveness below one
     */
    public static HeartbeatPolicy every(Duration interval, int liveness) {
        return new HeartbeatPolicy(interval, interval, liveness);
    }

    /**
     * How long the peer may be silent.
     *
     * @return the peer's interval times the liveness
     */
    public Duration expiry() {
        return peerInterval.multipliedBy(liveness);
    }
}
