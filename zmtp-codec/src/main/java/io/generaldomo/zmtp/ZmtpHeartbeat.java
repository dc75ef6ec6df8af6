package io.generaldomo.zmtp;

import java.time.Duration;

/**
 * When to send PING, and how long to wait for a sign of life after it (RFC 37/ZMTP, "Connection Heartbeating"). A PING that is received is
 * answered whatever is set here.
 *
 * @param interval time between two PINGs; zero sends none
 * @param timeout time after a PING in which something, anything, must arrive, or the connection is closed
 * @param ttl time that the peer is told to wait for our next traffic before it gives up; zero tells nothing. Sent in tenths of a second
 */
public record ZmtpHeartbeat(Duration interval, Duration timeout, Duration ttl) {
    /** From 65.6 s on, libzmq computes another TTL than was sent. */
    private static final Duration LONGEST_TTL = Duration.ofMillis(65_500);

    /** Sends no PING. */
    public static final ZmtpHeartbeat OFF = new ZmtpHeartbeat(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * Checks the times.
     *
     * @param interval as above
     * @param timeout as above
     * @param ttl as above
     * @throws IllegalArgumentException if a time is negative, the timeout zero although there are PINGs, or the TTL above 65.5 s
     */
    public ZmtpHeartbeat {
        if (interval.isNegative() || timeout.isNegative() || ttl.isNegative()) {
            throw new IllegalArgumentException("heartbeat times are not negative");
        }
        if (!interval.isZero() && timeout.isZero()) {
            throw new IllegalArgumentException("heartbeats need a timeout");
        }
        if (ttl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("a TTL is 65.5 s at most: libzmq peers misread longer ones");
        }
    }

    /**
     * A PING at each interval, and as long to answer it; no TTL.
     *
     * @param interval time between two PINGs, and the timeout
     * @return heartbeat settings
     */
    public static ZmtpHeartbeat every(Duration interval) {
        return new ZmtpHeartbeat(interval, interval, Duration.ZERO);
    }
}
