package io.generaldomo.spec.conformance;

import java.time.Duration;
import java.util.List;

/**
 * What came of all cases.
 *
 * @param peer     that was tested
 * @param outcomes in the order of the cases
 * @param took     how long
 */
public record Report(PeerProfile peer, List<Outcome> outcomes, Duration took) {
    /**
     * How many cases came out so.
     *
     * @param result to count
     * @return how many
     */
    public long count(Outcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    /**
     * The cases of a level that failed.
     *
     * @param level to look for
     * @return their outcomes
     */
    public List<Outcome> failures(Level level) {
        return outcomes.stream().filter(outcome -> outcome.isFailure() && outcome.of().level() == level).toList();
    }
}
