package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.Score;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Ours is so many times as fast as theirs.
 *
 * @param what was measured
 * @param ours one contestant
 * @param theirs the other one
 * @param bound of the ratio of the rates
 */
record FasterThan(String what, Contestant ours, Contestant theirs, Bound bound) implements Claim {
    @Override
    public Row row(Scores scores) {
        Optional<Score> our = scores.of(ours);
        Optional<Score> their = scores.of(theirs);
        OptionalDouble ratio = our.isPresent() && their.isPresent()
                ? OptionalDouble.of(our.get().messagesPerSecond() / their.get().messagesPerSecond())
                : OptionalDouble.empty();
        return new Row(what, theirs.name(), our.map(FasterThan::text).orElse(""), their.map(FasterThan::text).orElseGet(() -> scores.reason(theirs)),
                ratio, "×", bound);
    }

    private static String text(Score score) {
        String rate = Figures.count(score.messagesPerSecond()) + "/s";
        OptionalDouble p99 = score.percentile("p99");
        boolean oneWay = score.contestant().course() == Course.ONE_WAY;
        return oneWay || p99.isEmpty() ? rate : rate + ", p99 " + Figures.micros(p99.getAsDouble());
    }
}
