package io.generaldomo.examples.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Contestants that were measured side by side, ours first.
 *
 * @param size octets of their messages
 * @param scores one for each
 */
public record Heat(int size, List<Score> scores) {
    /**
     * How many times as fast as another one ours is.
     *
     * @param other one of the scores
     * @return ours divided by theirs; empty for ours, and where a rate is zero
     */
    public OptionalDouble ratio(Score other) {
        Score ours = scores.get(0);
        return other == ours || other.messagesPerSecond() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ours.messagesPerSecond() / other.messagesPerSecond());
    }
}
