package io.generaldomo.examples.top;

import java.util.Comparator;

/**
 * A service with what changed since the look before.
 *
 * @param look the service
 * @param requests that came in a second
 * @param replies that left in a second
 */
public record ServiceRow(ServiceLook look, Rate requests, Rate replies) {
    /** What waits for long first, in whole seconds, so that rows do not change places for nothing; then what moves most, then by name. */
    static final Comparator<ServiceRow> ORDER = Comparator.comparingLong((ServiceRow row) -> row.look().oldestMillis() / 1000)
            .thenComparingDouble(row -> row.replies().perSecond().orElse(0))
            .reversed()
            .thenComparing(row -> row.look().name());
}
