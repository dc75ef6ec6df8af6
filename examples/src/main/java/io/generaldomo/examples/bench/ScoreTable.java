package io.generaldomo.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Scores for people: a head and rows of cells. Stateless. */
public final class ScoreTable {
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p999");
    private static final double MEGA = 1e6;
    private static final double MICRO = 1e3;

    private ScoreTable() {}

    /**
     * The head.
     *
     * @param course what was measured
     * @return names of columns
     */
    public static List<String> head(Course course) {
        List<String> head = new ArrayList<>(List.of("OCTETS", "PEER", course == Course.ONE_WAY ? "MESSAGES/S" : "ROUND TRIPS/S", "MB/S"));
        if (course != Course.ONE_WAY) {
            head.addAll(List.of("P50 µs", "P90", "P99", "P99.9"));
        }
        course.roles().forEach(role -> head.add("CPU µs " + role));
        if (course == Course.BROKERED) {
            head.add("HEAP " + Role.BROKER);
        }
        head.add("OURS/THEIRS");
        return head;
    }

    /**
     * The rows of a heat.
     *
     * @param heat ours first
     * @return a row for each score, as many cells as the head has
     */
    public static List<List<String>> rows(Heat heat) {
        return heat.scores().stream().map(score -> row(heat, score)).toList();
    }

    private static List<String> row(Heat heat, Score score) {
        Course course = score.contestant().course();
        List<String> cells = new ArrayList<>();
        cells.add(text("%,.0f", heat.size()));
        cells.add(score.contestant().name());
        cells.add(text("%,.0f", score.messagesPerSecond()));
        cells.add(text("%,.1f", score.messagesPerSecond() * heat.size() / MEGA));
        if (course != Course.ONE_WAY) {
            PERCENTILES.forEach(key -> cells.add(micros("%,.0f", score.percentile(key))));
        }
        course.roles().forEach(role -> cells.add(micros("%,.2f", score.cpuPerMessage(role))));
        if (course == Course.BROKERED) {
            OptionalDouble octets = score.allocatedPerMessage(Role.BROKER);
            cells.add(octets.isPresent() ? text("%,.0f", octets.getAsDouble()) : "");
        }
        OptionalDouble ratio = heat.ratio(score);
        cells.add(ratio.isPresent() ? text("%.2f", ratio.getAsDouble()) : "");
        return cells;
    }

    private static String micros(String format, OptionalDouble nanos) {
        return nanos.isPresent() ? text(format, nanos.getAsDouble() / MICRO) : "";
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
