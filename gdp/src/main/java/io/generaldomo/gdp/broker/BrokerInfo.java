package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** {@code mmi.broker}: which broker this is, and how it is doing. */
final class BrokerInfo implements ManagementService {
    private final BrokerIdentity identity;
    private final long startNanos;
    private final ServiceTable services;
    private final WorkerRegistry workers;
    private final Dispatcher dispatcher;
    private final BrokerCounters counters;

    BrokerInfo(
            BrokerIdentity identity, long startNanos, ServiceTable services, WorkerRegistry workers, Dispatcher dispatcher,
            BrokerCounters counters) {
        this.identity = identity;
        this.startNanos = startNanos;
        this.services = services;
        this.workers = workers;
        this.dispatcher = dispatcher;
        this.counters = counters;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        Fields fields = new Fields()
                .with("version", identity.version())
                .with("instance", identity.instance())
                .with("uptime.ms", TimeUnit.NANOSECONDS.toMillis(nowNanos - startNanos))
                .with("state", dispatcher.isDraining() ? "draining" : "running")
                .with("services", services.size())
                .with("workers", workers.byId().size())
                .with("queued", dispatcher.gate().requests())
                .with("queued.octets", dispatcher.gate().octets())
                .with("underway", dispatcher.underWay());
        for (Count count : Count.values()) {
            fields.with(count.name().toLowerCase(Locale.ROOT).replace('_', '.'), counters.get(count));
        }
        return fields.toMessage();
    }
}
