package io.generaldomo.examples.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One registry hears of a request from all three sides. */
class MeteredProgramTest {
    @Test
    void everySideCounts() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (MeteredProgram program = new MeteredProgram(registry)) {
            assertThat(program.greet("Alice").get(60, TimeUnit.SECONDS)).isEqualTo("Good day, Alice.");
            assertThat(program.isHealthy()).isTrue();
            assertThat(registry.get("generaldomo.client.requests").tags("service", "greet", "outcome", "replied").timer().count()).isOne();
            assertThat(registry.get("generaldomo.client.ready").gauge().value()).isOne();
            assertThat(registry.get("generaldomo.worker.ready").gauge().value()).isOne();
            // under "(others)" if it came before the service had a worker
            assertThat(registry.find("generaldomo.service.requests").counters().stream().mapToDouble(Counter::count).sum()).isOne();
        }
    }
}
