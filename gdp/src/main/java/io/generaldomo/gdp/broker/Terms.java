package io.generaldomo.gdp.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leases of a few different durations: as many as the configuration names, however many leases there are. Not thread-safe. */
final class Terms<E> {
    private final Map<Duration, Lease.Term<E>> terms = new HashMap<>();

    /** The term of this duration. */
    Lease.Term<E> of(Duration duration) {
        return terms.computeIfAbsent(duration, some -> new Lease.Term<>(some.toNanos()));
    }

    /** Ends one lease whose time is over, and returns its holder; null if there is none. */
    @Nullable E pollExpired(long nowNanos) {
        for (Lease.Term<E> term : terms.values()) {
            E expired = term.pollExpired(nowNanos);
            if (expired != null) {
                return expired;
            }
        }
        return null;
    }

    /** The earlier of a deadline and the next expiry. */
    long earliest(long deadlineNanos) {
        long earliest = deadlineNanos;
        for (Lease.Term<E> term : terms.values()) {
            earliest = term.earliest(earliest);
        }
        return earliest;
    }

    /** The shorter of this time and the shortest term. */
    long shortest(long nanos) {
        long shortest = nanos;
        for (Lease.Term<E> term : terms.values()) {
            shortest = Math.min(shortest, term.nanos());
        }
        return shortest;
    }
}
