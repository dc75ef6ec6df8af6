package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Score;
import java.util.List;
import java.util.Optional;

/**
 * What came of a trial.
 *
 * @param all of those who took part
 * @param failure why there are none, in a line; empty if all went well
 */
record Scores(List<Score> all, String failure) {
    Optional<Score> of(Contestant contestant) {
        return all.stream().filter(score -> score.contestant().name().equals(contestant.name())).findFirst();
    }

    /** Why a contestant has none. */
    String reason(Contestant contestant) {
        return contestant.missing().map(packages -> "needs " + packages).orElse(failure.isEmpty() ? "cannot do this" : failure);
    }
}
