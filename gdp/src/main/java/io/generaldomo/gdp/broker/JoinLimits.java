package io.generaldomo.gdp.broker;

/**
 * How much of a streamed reply the broker keeps for a client whose dialect has one reply to a request, until it can join the parts. Immutable.
 *
 * <p>A reply that becomes larger ends the request without one: a part must not pass for the whole. What is kept of all replies together is
 * bounded by the octets of {@link BrokerConfig#brokerQueue()}.
 *
 * @param replies partial replies to one request; their frames are bounded apart, by what a message may have
 * @param octets octets of their bodies
 */
public record JoinLimits(int replies, long octets) {
    /**
     * Checks the limits.
     *
     * @param replies partial replies to one request
     * @param octets octets of their bodies
     * @throws IllegalArgumentException if one is not positive
     */
    public JoinLimits {
        if (replies < 1 || octets < 1) {
            throw new IllegalArgumentException("join limits are positive");
        }
    }
}
