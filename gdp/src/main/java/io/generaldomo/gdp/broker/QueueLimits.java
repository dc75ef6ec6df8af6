package io.generaldomo.gdp.broker;

/**
 * How much may wait in a queue before the broker stops reading from the clients that fill it; it reads on when the queue has fallen to half of
 * this. Immutable.
 *
 * <p>The request that reaches a limit is accepted, and so is what the client's connection had already delivered, up to twice the limit.
 * Beyond that requests are refused: dropped and counted.
 *
 * @param requests requests that wait
 * @param octets octets of their bodies
 */
public record QueueLimits(int requests, long octets) {
    /**
     * Checks the limits.
     *
     * @param requests requests that wait
     * @param octets octets of their bodies
     * @throws IllegalArgumentException if one is not positive
     */
    public QueueLimits {
        if (requests < 1 || octets < 1) {
            throw new IllegalArgumentException("queue limits are positive");
        }
    }
}
