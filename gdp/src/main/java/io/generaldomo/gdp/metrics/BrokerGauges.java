package io.generaldomo.gdp.metrics;

import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The meters of a broker as a whole. Written on its event loop, read on any thread; NaN or zero before the first second is over. */
final class BrokerGauges {
    private volatile @Nullable BrokerSnapshot now;

    BrokerGauges(MeterRegistry registry) {
        gauge(registry, "generaldomo.broker.services", "Services that have a worker or a request", BrokerSnapshot::serviceCount);
        gauge(registry, "generaldomo.broker.requests.active", "Accepted requests that have not ended", BrokerSnapshot::underWay);
        gauge(registry, "generaldomo.broker.draining", "1 while nothing is accepted any more", snapshot -> snapshot.draining() ? 1 : 0);
        TimeGauge.builder("generaldomo.broker.uptime", () -> read(snapshot -> snapshot.uptime().toNanos()), TimeUnit.NANOSECONDS)
                .description("Time since the broker started")
                .register(registry);
        Gauge.builder("generaldomo.memory.direct", () -> read(snapshot -> snapshot.directMemory().orElse(0)))
                .description("What the allocator of the connections holds outside the heap")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("generaldomo.connections.refused", this, gauges -> gauges.count(BrokerSnapshot::refusedConnections))
                .description("Connections that were closed at once, as there were too many")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<BrokerSnapshot> value) {
        Gauge.builder(name, () -> read(value)).description(description).register(registry);
    }

    private double read(ToDoubleFunction<BrokerSnapshot> value) {
        BrokerSnapshot snapshot = now;
        return snapshot == null ? Double.NaN : value.applyAsDouble(snapshot);
    }

    private double count(ToDoubleFunction<BrokerSnapshot> value) {
        BrokerSnapshot snapshot = now;
        return snapshot == null ? 0 : value.applyAsDouble(snapshot);
    }

    /** How the broker is doing now. */
    void set(BrokerSnapshot snapshot) {
        now = snapshot;
    }
}
