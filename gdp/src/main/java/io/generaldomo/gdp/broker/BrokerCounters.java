package io.generaldomo.gdp.broker;

/** What a broker did since it started. Confined to the broker's event loop. */
final class BrokerCounters {
    /** What is counted. Each accepted request ends in exactly one of the four that are said to end one. */
    enum Count {
        /** Requests of clients taken over, those to the broker's own services not among them. */
        ACCEPTED,
        /** Ends a request: its reply came and was handed to the client's connection. */
        REPLIED,
        /** Ends a request: it waited too long for a worker. */
        EXPIRED,
        /** Ends a request: as many workers died with it as may. */
        EXHAUSTED,
        /** Ends a request: its client left. */
        ABANDONED,
        /** Requests given to another worker after one died with it. */
        REDISPATCHED,
        /** Requests and registrations dropped because a queue or the table of services was full, or a name too long. */
        REFUSED,
        /** Replies by workers to a request that they do not hold. */
        UNAUTHORISED,
        /** Other commands that 7/MDP forbids at their time. */
        VIOLATIONS,
        /** Idle workers removed because they were silent. */
        SILENT_WORKERS,
        /** Requests to the broker's own services. */
        MANAGEMENT
    }

    private final long[] counts = new long[Count.values().length];

    void add(Count count) {
        counts[count.ordinal()]++;
    }

    long get(Count count) {
        return counts[count.ordinal()];
    }
}
