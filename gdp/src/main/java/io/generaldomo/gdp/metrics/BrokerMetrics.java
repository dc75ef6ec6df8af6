package io.generaldomo.gdp.metrics;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerObserver;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.BrokerSnapshot.Load;
import io.generaldomo.gdp.broker.DropReason;
import io.generaldomo.gdp.broker.ObservedConnection;
import io.generaldomo.gdp.broker.ObservedRequest;
import io.generaldomo.gdp.broker.ObservedWorker;
import io.generaldomo.gdp.broker.Refusal;
import io.generaldomo.gdp.broker.RequestEnd;
import io.generaldomo.zmtp.ZmtpException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Metrics of a {@link io.generaldomo.gdp.broker.GdpBroker} in a Micrometer registry:
 * {@code BrokerConfig.DEFAULT.withObserver(new BrokerMetrics(registry))}. The README of this module lists the meters.
 *
 * <p>The number of time series is bounded, whatever peers do. A service has meters of its own from its first worker on, as only users who may serve can
 * make that happen; all further services, and those that no worker ever offered, are summed under {@link #OTHERS}.
 *
 * <p>Counters and timers move as things happen, gauges once a second. For one broker; its methods are called on the event loop, the meters may be
 * read on any thread.
 */
public final class BrokerMetrics implements BrokerObserver {
    /** The value of the tag {@code service} for those that have no meters of their own. */
    public static final String OTHERS = "(others)";

    /** Services that have meters of their own, unless it is said otherwise. */
    public static final int MOST_SERVICES = 100;

    private final MeterRegistry registry;
    private final int mostServices;
    private final Map<ServiceName, ServiceMeters> services = new HashMap<>();
    private final ServiceMeters others;
    private final Map<String, ConnectionMeters> connections = new HashMap<>();
    private final Map<ZmtpException.Reason, Counter> failures = new EnumMap<>(ZmtpException.Reason.class);
    private final Map<DropReason, Counter> drops = new EnumMap<>(DropReason.class);
    private final Timer lag;
    private final BrokerGauges gauges;

    /**
     * Metrics of up to {@value #MOST_SERVICES} services each for itself.
     *
     * @param registry where to
     */
    public BrokerMetrics(MeterRegistry registry) {
        this(registry, MOST_SERVICES);
    }

    /**
     * Metrics with another bound.
     *
     * @param registry where to
     * @param mostServices how many services have meters of their own; some forty time series each
     */
    public BrokerMetrics(MeterRegistry registry, int mostServices) {
        this.registry = registry;
        this.mostServices = mostServices;
        this.others = new ServiceMeters(registry, OTHERS);
        for (DropReason reason : DropReason.values()) {
            drops.put(reason, Counter.builder("generaldomo.dropped")
                    .description("Messages that were dropped")
                    .tag("reason", tag(reason))
                    .register(registry));
        }
        for (ZmtpException.Reason reason : ZmtpException.Reason.values()) {
            failures.put(reason, Counter.builder("generaldomo.handshakes.failed")
                    .description("Connections that ended before their handshake was done")
                    .tag("cause", tag(reason))
                    .register(registry));
        }
        this.lag = Timer.builder("generaldomo.eventloop.lag")
                .description("How late the event loop came to what it does once a second")
                .serviceLevelObjectives(Buckets.TIMES)
                .register(registry);
        this.gauges = new BrokerGauges(registry);
    }

    /** A constant as the value of a tag. */
    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private ServiceMeters meters(ServiceName service) {
        return services.getOrDefault(service, others);
    }

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        meters(request.service()).requests.increment();
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        ServiceMeters meters = meters(request.service());
        meters.replies.increment();
        meters.processing.record(nowNanos - request.dispatchedNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void requestRedispatched(ObservedRequest request, long nowNanos) {
        meters(request.service()).redispatched.increment();
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        meters(request.service()).ended(end);
    }

    @Override
    public void requestRefused(ServiceName service, Refusal why, long nowNanos) {
        meters(service).refused.increment();
    }

    @Override
    public void workerArrived(ObservedWorker worker, long nowNanos) {
        if (services.size() < mostServices && !services.containsKey(worker.service())) {
            services.put(worker.service(), new ServiceMeters(registry, worker.service().toString()));
        }
    }

    @Override
    public void handshakeFailed(ObservedConnection connection, ZmtpException.Reason cause, long nowNanos) {
        failures.get(cause).increment();
    }

    @Override
    public void dropped(DropReason reason, long nowNanos) {
        drops.get(reason).increment();
    }

    @Override
    public void sampled(BrokerSnapshot snapshot) {
        lag.record(snapshot.loopLag());
        gauges.set(snapshot);
        for (BrokerSnapshot.Connections kind : snapshot.connections()) {
            String name = kind.socketType().map(BrokerMetrics::tag).orElse("unknown");
            connections.computeIfAbsent(name, unseen -> new ConnectionMeters(registry, name, kind)).set(kind);
        }
        Map<ServiceName, ServiceMeters> absent = new HashMap<>(services);
        Load rest = snapshot.others();
        for (BrokerSnapshot.Service service : snapshot.services()) {
            ServiceMeters own = absent.remove(service.name());
            if (own == null) {
                rest = rest.plus(service.load());
            } else {
                own.set(service.load());
            }
        }
        others.set(rest);
        absent.values().forEach(meters -> meters.set(Load.NONE));
    }
}
