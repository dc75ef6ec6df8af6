package io.generaldomo.spec.conformance;

/** The peer did something else than the case expects. */
public final class Deviation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Tells it.
     *
     * @param expected what should have come
     * @param got      what came
     */
    public Deviation(String expected, String got) {
        super("expected " + expected + ", got " + got);
    }

    /**
     * Throws one if a condition does not hold.
     *
     * @param holds    the condition
     * @param expected what should have come
     * @param got      what came
     */
    public static void unless(boolean holds, String expected, String got) {
        if (!holds) {
            throw new Deviation(expected, got);
        }
    }
}
