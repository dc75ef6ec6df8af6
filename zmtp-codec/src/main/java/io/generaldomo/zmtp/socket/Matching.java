package io.generaldomo.zmtp.socket;

/** Which messages a subscription means. Publisher and subscriber have to be of one mind about that. */
public enum Matching {
    /** Those whose first part begins with the topic (RFC 29/PUBSUB). */
    PREFIX,
    /** Those that no topic of the subscriber's means by {@link #PREFIX}: libzmq's "invert matching". */
    INVERTED
}
