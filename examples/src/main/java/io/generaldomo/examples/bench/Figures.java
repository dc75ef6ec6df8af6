package io.generaldomo.examples.bench;

import java.util.Locale;

/** Numbers with three digits at most, for people. Stateless. */
public final class Figures {
    private static final double MEGA = 1e6;
    private static final double KILO = 1e3;

    private Figures() {}

    /**
     * A count or a rate.
     *
     * @param value not negative
     * @return such as 4.2 M, 57.3 k or 12
     */
    public static String count(double value) {
        if (value >= MEGA) {
            return digits(value / MEGA) + " M";
        }
        return value >= KILO ? digits(value / KILO) + " k" : digits(value);
    }

    /**
     * A time.
     *
     * @param nanos not negative
     * @return in microseconds
     */
    public static String micros(double nanos) {
        return digits(nanos / KILO) + " µs";
    }

    /**
     * Any number.
     *
     * @param value not negative
     * @return such as 0.82, 3.1, 57.3 or 1024
     */
    public static String digits(double value) {
        String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
