package io.generaldomo.spec.sniff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit, with who sent it, to whom, and when.
 *
 * @param time when its last octet was seen; null where nobody knows
 * @param connection number of the connection, from 1; 0 for what belongs to none
 * @param from which side sent it
 * @param connector name of the side that connects: its type of socket once that is known
 * @param listener name of the other side
 * @param unit what was sent
 */
public record Sighting(@Nullable Instant time, int connection, Side from, String connector, String listener, Unit unit) {
    /**
     * Something about the capture as a whole.
     *
     * @param text one line
     * @param offset where, in octets of the file
     * @return a sighting of no connection
     */
    public static Sighting ofCapture(String text, long offset) {
        return new Sighting(null, 0, Side.CONNECTOR, "", "", Unit.of(Kind.NOTE, text, offset));
    }
}
