package io.generaldomo.examples.bench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of rates: from zero in even steps, or in powers of ten if the rates differ much. Immutable.
 *
 * @param low value at the beginning
 * @param high value at the end
 * @param ticks values that get a line
 * @param powers whether it goes in powers of ten
 */
record Scale(double low, double high, List<Double> ticks, boolean powers) {
    private static final double MUCH = 30;
    private static final int STEPS = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** The scale for values from the least to the most, both positive. */
    static Scale of(double least, double most) {
        return most / least > MUCH ? powersOfTen(least, most) : even(most);
    }

    private static Scale powersOfTen(double least, double most) {
        double low = Math.pow(10, Math.floor(Math.log10(least)));
        double high = Math.pow(10, Math.ceil(Math.log10(most)));
        List<Double> ticks = new ArrayList<>();
        for (double tick = low; tick <= high * 1.001; tick *= 10) {
            ticks.add(tick);
        }
        return new Scale(low, high, ticks, true);
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

    /** A rate with three digits at most, such as 4.2 M. */
    static String text(double value) {
        if (value >= 1e6) {
            return digits(value / 1e6) + " M";
        }
        return value >= 1e3 ? digits(value / 1e3) + " k" : digits(value);
    }

    private static String digits(double value) {
        String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
