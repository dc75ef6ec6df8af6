package io.generaldomo.examples.bench;

import java.util.Locale;

/** What a measured process does. */
public enum Role {
    /** PULL: binds, takes what comes and counts it. */
    RECEIVER,
    /** PUSH: connects and sends as fast as the socket takes it. */
    SENDER,
    /** SERVER or ROUTER: binds and sends each message back. */
    ECHO,
    /** CLIENT or DEALER: connects, keeps so many requests under way, and records round trips. */
    CLIENT,
    /** PUB: binds and publishes on each topic in turn, as fast as the socket takes it. */
    PUBLISHER,
    /** Many SUBs in one process, which connect, subscribe to prefixes of their topics and count what comes. Ready when each has got a message. */
    SUBSCRIBER,
    /** Majordomo's, or a server with the same purpose: binds. */
    BROKER,
    /** One or more workers of the services in one process, each with one request at a time; they send it back. */
    WORKER,
    /** Connects to the broker, keeps so many requests under way, and records round trips. */
    REQUESTER;

    /** Whether others connect to it. */
    boolean binds() {
        return this == RECEIVER || this == ECHO || this == PUBLISHER || this == BROKER;
    }

    /**
     * The role as it is written.
     *
     * @return lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
