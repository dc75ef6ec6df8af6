package io.generaldomo.examples.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.bench.Pace;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RowTest {
    private static Row row(OptionalDouble figure, Bound bound) {
        return new Row("one way", "jeromq", "3 M/s", "1 M/s", figure, "×", bound);
    }

    @Test
    void boundsIncludeTheirLimit() {
        assertThat(row(OptionalDouble.of(3), Bound.atLeast(3)).outcome()).isEqualTo(Row.Outcome.MET);
        assertThat(row(OptionalDouble.of(2.99), Bound.atLeast(3)).outcome()).isEqualTo(Row.Outcome.MISSED);
        assertThat(row(OptionalDouble.of(200), Bound.atMost(200)).outcome()).isEqualTo(Row.Outcome.MET);
        assertThat(row(OptionalDouble.of(201), Bound.atMost(200)).outcome()).isEqualTo(Row.Outcome.MISSED);
        assertThat(row(OptionalDouble.empty(), Bound.atMost(200)).outcome()).isEqualTo(Row.Outcome.NOT_MEASURED);
        assertThat(Bound.atLeast(0.8)).hasToString("≥ 0.8");
        assertThat(Bound.atMost(200)).hasToString("≤ 200");
    }

    @Test
    void json() {
        Pace pace = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(1), 5);
        assertThat(RowJson.of(List.of(row(OptionalDouble.of(3.00049), Bound.atLeast(3)), row(OptionalDouble.empty(), Bound.atMost(1))), pace))
                .contains("\"runs\" : 5", "\"figure\" : 3.0,", "\"target\" : \"≥ 3\"", "\"outcome\" : \"met\"", "\"outcome\" : \"not_measured\"");
    }
}
