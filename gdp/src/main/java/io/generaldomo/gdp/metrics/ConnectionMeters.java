package io.generaldomo.gdp.metrics;

import io.generaldomo.gdp.broker.BrokerSnapshot.Connections;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The meters of the connections of one kind. Written on the broker's event loop, read on any thread. */
final class ConnectionMeters {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private volatile Connections now;

    ConnectionMeters(MeterRegistry registry, String kind, Connections first) {
        now = first;
        Tags tags = Tags.of("kind", kind);
        Tags in = tags.and("direction", "in");
        Tags out = tags.and("direction", "out");
        Gauge.builder("generaldomo.connections.open", () -> now.open())
                .description("Connections whose handshake is done")
                .tags(tags)
                .register(registry);
        counter(registry, "generaldomo.connections.opened", "Handshakes that were done", "", tags, Connections::opened);
        counter(registry, "generaldomo.connections.traffic", "Octets on the network", "bytes", in, Connections::octetsIn);
        counter(registry, "generaldomo.connections.traffic", "Octets on the network", "bytes", out, Connections::octetsOut);
        counter(registry, "generaldomo.connections.messages", "Messages", "", in, Connections::messagesIn);
        counter(registry, "generaldomo.connections.messages", "Messages", "", out, Connections::messagesOut);
        counter(registry, "generaldomo.connections.unwritable", "Time in which peers did not take what they were sent", "seconds", tags,
                connections -> connections.unwritable().toNanos() / NANOS);
    }

    private void counter(
            MeterRegistry registry, String name, String description, String unit, Tags tags, ToDoubleFunction<Connections> value) {
        FunctionCounter.Builder<ConnectionMeters> counter =
                FunctionCounter.builder(name, this, meters -> value.applyAsDouble(meters.now)).description(description).tags(tags);
        (unit.isEmpty() ? counter : counter.baseUnit(unit)).register(registry);
    }

    /** How they are doing now. */
    void set(Connections connections) {
        now = connections;
    }
}
