package io.generaldomo.zmtp.socket;

/**
 * How PUB, XPUB and RADIO treat their subscribers.
 *
 * @param whenFull what becomes of a message for a subscriber whose queue is full
 * @param matching which messages a subscription means; RADIO's groups are compared as a whole, and do not look at this
 * @param limits how much is remembered for each subscriber
 */
public record PublishOptions(WhenFull whenFull, Matching matching, SubscriptionLimits limits) {
    /** Full queues lose messages, topics are prefixes, {@link SubscriptionLimits#DEFAULT}. */
    public static final PublishOptions DEFAULT = new PublishOptions(WhenFull.DROP, Matching.PREFIX, SubscriptionLimits.DEFAULT);

    /** What becomes of a message for a subscriber whose queue is full. */
    public enum WhenFull {
        /** That subscriber does not get it (RFC 29/PUBSUB, "silently drop"). It is counted. */
        DROP,
        /** It waits, and all that is published after it, until every queue that it is for has room: libzmq's "no drop". */
        WAIT
    }

    /**
     * These options with another treatment of full queues.
     *
     * @param newWhenFull what becomes of a message
     * @return new options
     */
    public PublishOptions with(WhenFull newWhenFull) {
        return new PublishOptions(newWhenFull, matching, limits);
    }

    /**
     * These options with another meaning of subscriptions.
     *
     * @param newMatching which messages a subscription means
     * @return new options
     */
    public PublishOptions with(Matching newMatching) {
        return new PublishOptions(whenFull, newMatching, limits);
    }

    /**
     * These options with other limits.
     *
     * @param newLimits how much is remembered for each subscriber
     * @return new options
     */
    public PublishOptions with(SubscriptionLimits newLimits) {
        return new PublishOptions(whenFull, matching, newLimits);
    }
}
