package io.generaldomo.examples.top;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a counter grew by in a second. Immutable.
 *
 * @param perSecond empty if there is nothing to compare with
 */
public record Rate(OptionalDouble perSecond) {
    /** There was one look only. */
    static final Rate UNKNOWN = new Rate(OptionalDouble.empty());

    /** Between two looks; a counter that is smaller than before began anew meanwhile. */
    static Rate of(long before, long now, long nanos) {
        return nanos <= 0 ? UNKNOWN : new Rate(OptionalDouble.of(Math.max(0, now - before) * 1e9 / nanos));
    }

    /** In the width of a column: with a decimal where it is small. */
    @Override
    public String toString() {
        if (perSecond.isEmpty()) {
            return "-";
        }
        double rate = perSecond.getAsDouble();
        return String.format(Locale.ROOT, rate == 0 || rate >= 100 ? "%.0f" : "%.1f", rate);
    }
}
