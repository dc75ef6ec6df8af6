package io.generaldomo.examples.bench.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: from zero in even steps, or in powers if the values differ much. Immutable.
 *
 * @param low value at the beginning
 * @param high value at the end
 * @param ticks values that get a line
 * @param powers whether each step is a multiple of the one before
 */
record Scale(double low, double high, List<Double> ticks, boolean powers) {
    private static final double MUCH = 30;
    private static final int STEPS = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** The scale for values from the least to the most, both positive. */
    static Scale of(double least, double most) {
        return most / least > MUCH ? powers(10, least, most) : even(most);
    }

    /** The scale for ratios, on which each step is twice as much. */
    static Scale doubling(double least, double most) {
        return powers(2, least, most);
    }

    private static Scale powers(double base, double least, double most) {
        int first = (int) Math.floor(Math.log(least) / Math.log(base));
        int last = (int) Math.ceil(Math.log(most) / Math.log(base));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            ticks.add(Math.pow(base, power));
        }
        return new Scale(ticks.get(0), ticks.get(ticks.size() - 1), ticks, true);
    }

    private static Scale even(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / STEPS)));
        double step = power;
        for (double round : ROUND) {
            step = round * power;
            if (step * STEPS >= most) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            ticks.add(i * step);
        }
        return new Scale(0, STEPS * step, ticks, false);
    }

    /** Where a value is: 0 at the beginning, 1 at the end. */
    double position(double value) {
        return powers ? Math.log10(value / low) / Math.log10(high / low) : (value - low) / (high - low);
    }
}
