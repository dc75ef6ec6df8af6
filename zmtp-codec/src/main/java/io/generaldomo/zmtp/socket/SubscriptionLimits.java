package io.generaldomo.zmtp.socket;

/**
 * How much a publisher remembers for each of its subscribers. One that asks for more loses its connection
 * ({@link io.generaldomo.zmtp.ZmtpException.Reason#LIMIT_EXCEEDED}); nobody else notices. A single topic is a command, and has the limit of commands,
 * {@link io.generaldomo.zmtp.ZmtpLimits#commandSize()}.
 *
 * @param topics most different topics, or groups, of one subscriber
 * @param octets most octets in all of them together
 */
public record SubscriptionLimits(int topics, long octets) {
    /** 100,000 topics, 8 MiB. */
    public static final SubscriptionLimits DEFAULT = new SubscriptionLimits(100_000, 8 << 20);

    /**
     * Checks the limits.
     *
     * @param topics as above
     * @param octets as above
     * @throws IllegalArgumentException if one is not positive
     */
    public SubscriptionLimits {
        if (topics < 1 || octets < 1) {
            throw new IllegalArgumentException("limits are positive numbers");
        }
    }
}
