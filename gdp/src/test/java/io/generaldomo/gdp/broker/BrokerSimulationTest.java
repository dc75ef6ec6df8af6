package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seed after seed of {@link Simulation}, for {@code -Dgeneraldomo.simulation.seconds}; {@code -Dgeneraldomo.simulation.seed} replays one.
 */
class BrokerSimulationTest {
    private static final long SECONDS = Long.getLong("generaldomo.simulation.seconds", 60);
    private static final long FIRST = Long.getLong("generaldomo.simulation.first", 1);
    private static final long FAULTY_MILLIS = 60_000;

    /** Seeds after which nothing may have been left out by chance. */
    private static final int ENOUGH = 100;

    @Test
    void every_promise_is_kept_under_faults() {
        Long only = Long.getLong("generaldomo.simulation.seed");
        if (only != null) {
            run(only, Sabotage.NONE);
            return;
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = FIRST;
        long requests = 0;
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        do {
            Simulation simulation = run(seed++, Sabotage.NONE);
            requests += simulation.requests();
            for (Count count : Count.values()) {
                counts.merge(count, simulation.core.counters().get(count), Long::sum);
            }
        } while (System.nanoTime() - end < 0);
        System.out.printf("simulation: %d requests, %d seeds from %d, %s%n", requests, seed - FIRST, FIRST, counts);
        counts.remove(Count.FILTERED); // nobody sets a filter
        counts.remove(Count.DENIED); // nobody sets rules
        if (seed - FIRST < ENOUGH) {
            return; // a slow machine, or a short time
        }
        assertThat(counts).as("all that can happen happened").allSatisfy((count, number) -> assertThat(number).as("%s", count).isPositive());
    }

    @ParameterizedTest
    @EnumSource(value = Sabotage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_bug_that_is_put_in_is_found(Sabotage sabotage) {
        int seeds = 0;
        AssertionError found = null;
        while (found == null && seeds < 100) {
            seeds++;
            try {
                run(seeds, sabotage);
            } catch (AssertionError broken) {
                found = broken;
            }
        }
        assertThat(found).as("%s is found", sabotage).isNotNull();
        System.out.printf("simulation: %s found by seed %d: %s%n", sabotage, seeds, found.getCause().getMessage());
    }

    private static Simulation run(long seed, Sabotage sabotage) {
        Simulation simulation = new Simulation(seed, sabotage);
        try {
            simulation.run(FAULTY_MILLIS);
            return simulation;
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + " at " + simulation.time.millis() + " ms; replay it with -Dgeneraldomo.simulation.seed=" + seed,
                    broken);
        }
    }
}
