package io.generaldomo.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Scores for people: a head and rows of cells. Stateless. */
public final class ScoreTable {
    private static final double MEGA = 1e6;
    private static final double MICRO = 1e3;

    private ScoreTable() {}

    private record Column(String name, Function<Score, OptionalDouble> figure, double unit, String format) {
        String cell(Score score) {
            OptionalDouble value = figure.apply(score);
            return value.isPresent() ? text(format, value.getAsDouble() / unit) : "";
        }
    }

    /**
     * The head.
     *
     * @param course what was measured
     * @return names of columns
     */
    public static List<String> head(Course course) {
        List<String> head = new ArrayList<>(List.of("OCTETS", "PEER", rateName(course), "MB/S"));
        columns(course).forEach(column -> head.add(column.name()));
        head.add("OURS/THEIRS");
        return head;
    }

    private static String rateName(Course course) {
        return switch (course) {
            case ONE_WAY -> "MESSAGES/S";
            case FAN_OUT -> "DELIVERED/S";
            case ROUND_TRIP, BROKERED -> "ROUND TRIPS/S";
        };
    }

    /** Those between the rate and the ratio. */
    private static List<Column> columns(Course course) {
        List<Column> columns = new ArrayList<>();
        switch (course) {
            case ROUND_TRIP, BROKERED -> {
                columns.add(percentile("P50 µs", "p50"));
                columns.add(percentile("P90", "p90"));
                columns.add(percentile("P99", "p99"));
                columns.add(percentile("P99.9", "p999"));
            }
            case FAN_OUT -> {
                columns.add(new Column("PUBLISHED/S", score -> score.perSecond(Role.PUBLISHER, "messages"), 1, "%,.0f"));
                columns.add(new Column("DROPPED/S", score -> score.perSecond(Role.PUBLISHER, "dropped"), 1, "%,.0f"));
            }
            case ONE_WAY -> {
                // nothing but the rate
            }
        }
        course.roles().forEach(role -> columns.add(new Column("CPU µs " + role, score -> score.cpuPerMessage(role), MICRO, "%,.2f")));
        if (course == Course.BROKERED) {
            columns.add(new Column("HEAP " + Role.BROKER, score -> score.allocatedPerMessage(Role.BROKER), 1, "%,.0f"));
        }
        if (course == Course.FAN_OUT) {
            columns.add(new Column("MB HELD " + Role.PUBLISHER, score -> score.heldOctets(Role.PUBLISHER), MEGA, "%,.1f"));
            columns.add(new Column("MB RESIDENT", score -> score.residentOctets(Role.PUBLISHER), MEGA, "%,.0f"));
        }
        return columns;
    }

    private static Column percentile(String name, String key) {
        return new Column(name, score -> score.percentile(key), MICRO, "%,.0f");
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
        List<String> cells = new ArrayList<>();
        cells.add(text("%,.0f", heat.size()));
        cells.add(score.contestant().name());
        cells.add(text("%,.0f", score.messagesPerSecond()));
        cells.add(text("%,.1f", score.messagesPerSecond() * heat.size() / MEGA));
        columns(score.contestant().course()).forEach(column -> cells.add(column.cell(score)));
        OptionalDouble ratio = heat.ratio(score);
        cells.add(ratio.isPresent() ? text("%.2f", ratio.getAsDouble()) : "");
        return cells;
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
