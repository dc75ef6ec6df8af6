package io.generaldomo.zmtp.fuzz;

/** What is given any octets, and throws if they do harm. Keeps nothing from one input to the next. */
@FunctionalInterface
public interface FuzzTarget {
    /**
     * Takes an input.
     *
     * @param input octets of nobody's making
     * @return in a few words what came of it: an input with a new outcome is worth varying further
     * @throws Exception if a property does not hold; an {@link AssertionError} will do as well
     */
    String take(byte[] input) throws Exception;
}
