package io.generaldomo.gdp.metrics;

import io.generaldomo.gdp.broker.BrokerSnapshot.Load;
import io.generaldomo.gdp.broker.RequestEnd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The meters that bear the name of one service. Written on the broker's event loop, read on any thread. */
final class ServiceMeters {
    final Counter requests;
    final Counter replies;
    final Counter redispatched;
    final Counter expired;
    final Counter refused;
    final Timer processing;
    private final Map<RequestEnd, Counter> failed = new EnumMap<>(RequestEnd.class);
    private volatile Load load = Load.NONE;

    ServiceMeters(MeterRegistry registry, String service) {
        Tags tags = Tags.of("service", service);
        requests = counter(registry, "generaldomo.service.requests", "Requests that were accepted", tags);
        replies = counter(registry, "generaldomo.service.replies", "Requests that were replied to", tags);
        redispatched = counter(registry, "generaldomo.service.redispatched", "Requests given to another worker after one was lost with them", tags);
        expired = counter(registry, "generaldomo.service.expired", "Requests that waited too long for a worker", tags);
        refused = counter(registry, "generaldomo.service.refused", "Requests that were not accepted", tags);
        for (RequestEnd end : RequestEnd.values()) {
            if (end != RequestEnd.EXPIRED) {
                Tags why = tags.and("reason", BrokerMetrics.tag(end));
                failed.put(end, counter(registry, "generaldomo.service.failed", "Requests that ended otherwise without a reply", why));
            }
        }
        processing = Timer.builder("generaldomo.service.processing")
                .description("Time from the dispatch of a request to its reply")
                .tags(tags)
                .serviceLevelObjectives(Buckets.TIMES)
                .register(registry);
        Gauge.builder("generaldomo.service.queued", () -> load.queued())
                .description("Requests that wait for a worker")
                .tags(tags)
                .register(registry);
        TimeGauge.builder("generaldomo.service.queue.oldest", () -> load.oldest().toNanos(), TimeUnit.NANOSECONDS)
                .description("How long the oldest of them has waited")
                .tags(tags)
                .register(registry);
        Gauge.builder("generaldomo.service.workers", () -> load.idle())
                .description("Workers that are registered")
                .tags(tags.and("state", "idle"))
                .register(registry);
        Gauge.builder("generaldomo.service.workers", () -> load.busy())
                .description("Workers that are registered")
                .tags(tags.and("state", "busy"))
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    void ended(RequestEnd end) {
        if (end == RequestEnd.EXPIRED) {
            expired.increment();
        } else {
            failed.get(end).increment();
        }
    }

    /** How it is doing now. */
    void set(Load now) {
        load = now;
    }
}
