package io.generaldomo.examples.bench;

import java.util.List;

/** What is measured: which roles take part, in the order in which they are started, and whose count it is that matters. */
public enum Course {
    /** Messages in one direction. */
    ONE_WAY(Role.RECEIVER, Role.RECEIVER, Role.SENDER),
    /** Messages that an echo sends back. */
    ROUND_TRIP(Role.CLIENT, Role.ECHO, Role.CLIENT),
    /** Messages that are published once, and delivered to each of many subscribers who want them. */
    FAN_OUT(Role.SUBSCRIBER, Role.PUBLISHER, Role.SUBSCRIBER),
    /** Requests through a broker. */
    BROKERED(Role.REQUESTER, Role.BROKER, Role.WORKER, Role.REQUESTER);

    private final Role counted;
    private final List<Role> roles;

    Course(Role counted, Role... roles) {
        this.counted = counted;
        this.roles = List.of(roles);
    }

    /**
     * The roles, those that bind first.
     *
     * @return two or three
     */
    public List<Role> roles() {
        return roles;
    }

    /**
     * Whose messages are the result.
     *
     * @return one of the roles
     */
    public Role counted() {
        return counted;
    }
}
