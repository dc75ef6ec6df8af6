package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.soak.Footprint;
import io.generaldomo.examples.soak.Soak;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SoakReportTest {
    private static final long MEBI = 1 << 20;
    private static final Footprint BEFORE = new Footprint(16 * MEBI, 4 * MEBI, 11, 40);
    private static final Histogram QUIET = trips(1, 3);
    private static final Histogram CROWDED = trips(2, 300);

    private final Lines out = new Lines();

    private static Histogram trips(long usualMillis, long longestMillis) {
        Histogram trips = new Histogram(3);
        trips.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(usualMillis), 90);
        trips.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(longestMillis), 10);
        return trips;
    }

    private boolean passes(Footprint after, Histogram attacked, long lost) {
        Console console = new Console(Generaldomo.commandLine().setOut(new PrintWriter(out, true)));
        return new SoakReport(console, new Soak.Outcome(BEFORE, after, QUIET, attacked, CROWDED, lost, 1000, 50_000, 9000)).tell();
    }

    private String verdict() {
        List<String> lines = out.rest();
        return lines.get(lines.size() - 1);
    }

    @Test
    void aJvmMayGrowALittleAndACrowdMayTakeItsTime() {
        assertThat(passes(new Footprint(20 * MEBI, 5 * MEBI, 11, 40), trips(1, 5), 0)).isTrue();
        assertThat(out.rest())
                .anySatisfy(line -> assertThat(line).matches("files +40 +40"))
                .anySatisfy(line -> assertThat(line).matches("p99 +3\\.00 ms +5\\.00 ms +30\\d\\.\\d\\d ms"))
                .last()
                .asString()
                .startsWith("passed");
    }

    @Test
    void oneFileLeftOpenIsAFault() {
        assertThat(passes(new Footprint(16 * MEBI, 4 * MEBI, 11, 41), QUIET, 0)).isFalse();
        assertThat(verdict()).isEqualTo("failed: file descriptors: 1 more than before");
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(passes(new Footprint(25 * MEBI, 13 * MEBI, 12, 40), trips(1, 20), 2)).isFalse();
        assertThat(verdict())
                .startsWith("failed: heap: ")
                .contains("direct memory: ", "threads: 1 more", "2 requests were lost", "slow one round trip in a hundred down by 17 ms");
    }
}
