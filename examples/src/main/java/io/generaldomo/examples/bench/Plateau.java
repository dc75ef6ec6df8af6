package io.generaldomo.examples.bench;

/**
 * Tells when rates stand still: when for a while none was better than the best one before, save for noise. Compilers go on in steps, so that two rates alike
 * mean nothing. Used by one thread.
 */
final class Plateau {
    private static final double NOISE = 1.03;
    private static final int LONG_ENOUGH = 4;

    private double best;
    private int since;

    /**
     * Takes the next rate.
     *
     * @param rate of any unit, zero or more
     * @return whether the last four were not better than the best before them
     */
    boolean isReachedWith(double rate) {
        since = rate > best * NOISE ? 0 : since + 1;
        best = Math.max(best, rate);
        return since >= LONG_ENOUGH;
    }
}
