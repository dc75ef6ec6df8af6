package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Figures;

/**
 * What is to be reached.
 *
 * @param direction from which side
 * @param limit the figure that is just good enough
 */
public record Bound(Direction direction, double limit) {
    /** From which side. */
    public enum Direction {
        /** As much as the limit, or more. */
        AT_LEAST,
        /** As much as the limit, or less. */
        AT_MOST
    }

    static Bound atLeast(double limit) {
        return new Bound(Direction.AT_LEAST, limit);
    }

    static Bound atMost(double limit) {
        return new Bound(Direction.AT_MOST, limit);
    }

    /**
     * Whether it is reached.
     *
     * @param figure what was measured
     * @return true if it is
     */
    public boolean isMetBy(double figure) {
        return direction == Direction.AT_LEAST ? figure >= limit : figure <= limit;
    }

    @Override
    public String toString() {
        return (direction == Direction.AT_LEAST ? "≥ " : "≤ ") + Figures.digits(limit);
    }
}
