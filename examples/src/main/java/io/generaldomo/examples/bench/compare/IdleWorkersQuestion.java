package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.IdleWorkers;
import io.generaldomo.examples.bench.Pace;
import io.generaldomo.examples.bench.PeerException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An idle worker costs our broker not more memory than so much.
 *
 * @param workers how many there are
 * @param bound of the KiB for each
 */
record IdleWorkersQuestion(int workers, Bound bound) implements Question {
    private static final double KIBI = 1024;

    @Override
    public String what() {
        return "memory of an idle worker in the broker, heap and direct, of " + Figures.count(workers);
    }

    @Override
    public int steps(Pace pace) {
        return 1;
    }

    @Override
    public List<Row> answer(Pace pace, Runnable step) throws InterruptedException {
        Row row = row();
        step.run();
        return List.of(row);
    }

    private Row row() throws InterruptedException {
        try {
            double kibi = IdleWorkers.octetsOfEach(workers) / KIBI;
            return new Row(what(), "", Figures.digits(kibi) + " KiB", "", OptionalDouble.of(kibi), "KiB", bound);
        } catch (PeerException e) {
            return new Row(what(), "", e.getMessage().lines().findFirst().orElse(""), "", OptionalDouble.empty(), "KiB", bound);
        }
    }
}
