package io.generaldomo.examples.bench.compare;

import java.util.OptionalDouble;

/**
 * A row of the table.
 *
 * @param what was measured
 * @param against whom or what it is compared with
 * @param ours our figure, or what is missing
 * @param theirs the other one
 * @param figure what the bound is about; empty if it was not measured
 * @param unit of the figure: {@code ×} for a ratio
 * @param bound what is to be reached
 */
public record Row(String what, String against, String ours, String theirs, OptionalDouble figure, String unit, Bound bound) {
    /** What came out. */
    public enum Outcome {
        /** The bound is reached. */
        MET,
        /** It is not. */
        MISSED,
        /** Something is missing on this machine. */
        NOT_MEASURED
    }

    /**
     * What came out.
     *
     * @return whether the bound is reached
     */
    public Outcome outcome() {
        if (figure.isEmpty()) {
            return Outcome.NOT_MEASURED;
        }
        return bound.isMetBy(figure.getAsDouble()) ? Outcome.MET : Outcome.MISSED;
    }
}
