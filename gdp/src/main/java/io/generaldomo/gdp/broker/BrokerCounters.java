package io.generaldomo.gdp.broker;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a broker did since it started. Confined to the broker's event loop. */
final class BrokerCounters {
    /** What is counted. */
    enum Count {
        /** Requests of clients taken over, those to the broker's own services not among them. */
        ACCEPTED,
        /** Ends a request: its reply came and was handed to the client's connection. */
        REPLIED,
        /** Ends a request: it waited too long for a worker. */
        EXPIRED,
        /** Ends a request: as many workers were lost with it as may. */
        EXHAUSTED,
        /** Ends a request: its worker was lost after its client got the beginning of the reply. */
        INTERRUPTED,
        /** Ends a request: its reply came in parts that were more than may be kept to join them. */
        OVERSIZED,
        /** Ends a request: its client left. */
        ABANDONED,
        /** Ends a request: the broker is ending, and the service has no worker left. */
        UNSERVED,
        /** Requests given to another worker after one was lost with it. */
        REDISPATCHED,
        /** Requests and registrations dropped because a queue or the table of services was full, a name too long, or the broker ending. */
        REFUSED,
        /** Requests that a filter did not let through. */
        FILTERED,
        /** Requests, those to the broker's own services among them, and registrations of users who may not do that. */
        DENIED,
        /** Parts of replies handed to a client's connection before the last one. */
        PARTIALS,
        /** Reports that came when nobody waited for more. */
        LATE,
        /** Replies by workers to a request that they do not hold. */
        UNAUTHORISED,
        /** Other commands that 7/MDP forbids at their time. */
        VIOLATIONS,
        /** Idle workers removed because they were silent. */
        SILENT_WORKERS,
        /** Workers removed because they held a request for too long. */
        OVERDUE_WORKERS,
        /** How often the broker itself came too late, and gave its workers time to be heard. */
        STALLS,
        /** Requests to the broker's own services. */
        MANAGEMENT;

        /** Each accepted request ends in exactly one of these. */
        static final Set<Count> ENDS = Collections.unmodifiableSet(EnumSet.range(REPLIED, UNSERVED));

        /** Why a request ended, if not by its reply. */
        RequestEnd end() {
            return switch (this) {
                case EXPIRED -> RequestEnd.EXPIRED;
                case EXHAUSTED -> RequestEnd.EXHAUSTED;
                case INTERRUPTED -> RequestEnd.INTERRUPTED;
                case OVERSIZED -> RequestEnd.OVERSIZED;
                case ABANDONED -> RequestEnd.ABANDONED;
                case UNSERVED -> RequestEnd.UNSERVED;
                default -> throw new IllegalStateException(this + " ends no request without a reply");
            };
        }
    }

    private final long[] counts = new long[Count.values().length];

    void add(Count count) {
        counts[count.ordinal()]++;
    }

    long get(Count count) {
        return counts[count.ordinal()];
    }
}
