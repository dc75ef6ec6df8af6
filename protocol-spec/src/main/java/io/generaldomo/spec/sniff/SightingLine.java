package io.generaldomo.spec.sniff;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sightings as lines of text in columns: time since the first sighting, or the offset in the stream where there is no time; the connection; who says it to whom; what.
 *
 * <pre>
 *    0.000412   1  CLIENT → :5555    READY {Socket-Type: CLIENT}
 *    0.000498   1  CLIENT ← SERVER   READY {Socket-Type: SERVER}
 * </pre>
 *
 * <p>The side that connects is always on the left. Confined.
 */
public final class SightingLine {
    private @Nullable Instant start;

    /** Lines whose time begins with the first of them. */
    public SightingLine() {}

    /**
     * When it was, and on which connection.
     *
     * @param sighting what was seen
     * @return a column of constant width
     */
    public String place(Sighting sighting) {
        String connection = sighting.connection() == 0 ? "-" : Integer.toString(sighting.connection());
        return String.format(Locale.ROOT, "%11s %3s", when(sighting), connection);
    }

    private String when(Sighting sighting) {
        Instant time = sighting.time();
        if (time == null) {
            return "@" + sighting.unit().offset();
        }
        start = start == null ? time : start;
        return String.format(Locale.ROOT, "%.6f", Duration.between(start, time).toNanos() / 1e9);
    }

    /**
     * Who says it to whom.
     *
     * @param sighting what was seen
     * @return a column of constant width, unless names are long
     */
    public static String names(Sighting sighting) {
        String arrow = sighting.connection() == 0 ? " " : sighting.from() == Side.CONNECTOR ? "→" : "←";
        return String.format(Locale.ROOT, "%-7s %s %-7s", sighting.connector(), arrow, sighting.listener());
    }

    /**
     * The whole line.
     *
     * @param sighting what was seen
     * @return a line without its end
     */
    public String of(Sighting sighting) {
        return place(sighting) + "  " + names(sighting) + "  " + sighting.unit().text();
    }
}
