package io.generaldomo.gdp.metrics;

import io.generaldomo.gdp.PeerObserver;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.ServiceName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Metrics of a {@link io.generaldomo.gdp.client.GdpClient} or a {@link io.generaldomo.gdp.worker.GdpWorker} in a Micrometer registry:
 * {@code ConnectionConfig.to(broker).withObserver(PeerMetrics.ofClient(registry))}. The README of this module lists the meters.
 *
 * <p>Each of the first {@value #MOST_SERVICES} services that are asked has meters of its own, all others are summed under {@link BrokerMetrics#OTHERS}. Thread-safe.
 */
public final class PeerMetrics implements PeerObserver {
    /** Services that have meters of their own. */
    public static final int MOST_SERVICES = 100;

    private final MeterRegistry registry;
    private final String prefix;
    private final Set<ServiceName> named = new HashSet<>();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();
    private final Counter lost;
    private final Counter connected;

    private PeerMetrics(MeterRegistry registry, String prefix) {
        this.registry = registry;
        this.prefix = prefix;
        lost = Counter.builder(prefix + ".connections.lost").description("Connections to brokers that were lost").register(registry);
        connected = Counter.builder(prefix + ".connections.opened")
                .description("Connections to brokers that became ready, the first time or again")
                .register(registry);
        Gauge.builder(prefix + ".requests.active", active::get).description("Requests that have begun and not ended").register(registry);
        Gauge.builder(prefix + ".ready", ready::get).description("1 while a connection to a broker is ready").register(registry);
    }

    /**
     * Metrics whose names begin with {@code generaldomo.client}.
     *
     * @param registry where to
     * @return an observer for a client's {@link io.generaldomo.gdp.ConnectionConfig}
     */
    public static PeerMetrics ofClient(MeterRegistry registry) {
        return new PeerMetrics(registry, "generaldomo.client");
    }

    /**
     * Metrics whose names begin with {@code generaldomo.worker}.
     *
     * @param registry where to
     * @return an observer for a worker's {@link io.generaldomo.gdp.ConnectionConfig}
     */
    public static PeerMetrics ofWorker(MeterRegistry registry) {
        return new PeerMetrics(registry, "generaldomo.worker");
    }

    @Override
    public void stateChanged(PeerState state) {
        ready.set(state == PeerState.READY ? 1 : 0);
    }

    @Override
    public void connected() {
        connected.increment();
    }

    @Override
    public void lost() {
        lost.increment();
    }

    @Override
    public void requestBegan(ServiceName service) {
        active.incrementAndGet();
    }

    @Override
    public void requestEnded(ServiceName service, RequestOutcome outcome, long nanos) {
        active.decrementAndGet();
        Timer.builder(prefix + ".requests")
                .description("Requests and how long they took")
                .tags(Tags.of("service", tag(service), "outcome", BrokerMetrics.tag(outcome)))
                .serviceLevelObjectives(Buckets.TIMES)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** One thread at a time: the last name must not be taken twice. */
    private synchronized String tag(ServiceName service) {
        if (named.size() < MOST_SERVICES) {
            named.add(service);
        }
        return named.contains(service) ? service.toString() : BrokerMetrics.OTHERS;
    }
}
