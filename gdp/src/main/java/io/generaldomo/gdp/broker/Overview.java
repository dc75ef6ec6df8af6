package io.generaldomo.gdp.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Tells how the core is doing, all in all and worker by worker. Confined to the broker's event loop. */
final class Overview {
    private final BrokerIdentity identity;
    private final long startNanos;
    private final ServiceTable services;
    private final WorkerRegistry workers;
    private final Dispatcher dispatcher;

    Overview(BrokerIdentity identity, long startNanos, ServiceTable services, WorkerRegistry workers, Dispatcher dispatcher) {
        this.identity = identity;
        this.startNanos = startNanos;
        this.services = services;
        this.workers = workers;
        this.dispatcher = dispatcher;
    }

    /** All in all; what the core does not know is handed in. */
    BrokerSnapshot snapshot(
            List<BrokerSnapshot.Connections> connections, long refused, Duration lag, OptionalLong directMemory, long nowNanos) {
        List<BrokerSnapshot.Service> first = new ArrayList<>();
        BrokerSnapshot.Load others = BrokerSnapshot.Load.NONE;
        for (Service service : services.oldestFirst()) {
            if (first.size() < BrokerSnapshot.MOST_SERVICES) {
                ServiceCounts counts = service.counts;
                first.add(new BrokerSnapshot.Service(
                        service.name, load(service, nowNanos), counts.served, counts.expired, counts.redispatched, counts.failed));
            } else {
                others = others.plus(load(service, nowNanos));
            }
        }
        return new BrokerSnapshot(
                identity.version(), identity.instance(), Duration.ofNanos(nowNanos - startNanos), dispatcher.isDraining(),
                dispatcher.underWay(), dispatcher.gate().requests(), dispatcher.gate().octets(), workers.byId().size(), services.size(),
                List.copyOf(first), others, connections, refused, lag, directMemory);
    }

    private static BrokerSnapshot.Load load(Service service, long nowNanos) {
        Request oldest = service.queue.oldest();
        return new BrokerSnapshot.Load(
                service.gate.requests(), service.gate.octets(),
                oldest == null ? Duration.ZERO : Duration.ofNanos(nowNanos - oldest.waitingSince),
                service.workers - service.busy, service.busy);
    }

    /** Some workers, in the order in which they came, from after that number on. */
    List<WorkerSnapshot> workers(long after, int most, long nowNanos) {
        return workers.byId().tailMap(after, false).values().stream().limit(most).map(worker -> snapshot(worker, nowNanos)).toList();
    }

    private static WorkerSnapshot snapshot(Worker worker, long nowNanos) {
        WorkerSnapshot.State working = worker.isBusy() ? WorkerSnapshot.State.BUSY : WorkerSnapshot.State.IDLE;
        return new WorkerSnapshot(
                worker.id, worker.service.name, worker.address(), worker.dialect.toString(),
                worker.isLeaving() ? WorkerSnapshot.State.DRAINING : working, worker.held.size(),
                Duration.ofNanos(nowNanos - worker.registeredNanos));
    }
}
