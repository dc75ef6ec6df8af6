package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who works for which service: registration, heartbeats both ways, removal. Confined to the broker's event loop.
 *
 * <p>Heartbeats go to busy workers too: a worker that sees none takes its broker for dead. They are due by the clock alone.
 */
final class WorkerRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final ServiceTable services;
    private final Dispatcher dispatcher;
    private final BrokerCounters counters;
    private final Resumptions resumptions;
    private final Lease.Term<Worker> heartbeats;

    WorkerRegistry(
            BrokerConfig config, ServiceTable services, Dispatcher dispatcher, BrokerCounters counters,
            Resumptions resumptions) {
        this.services = services;
        this.dispatcher = dispatcher;
        this.counters = counters;
        this.resumptions = resumptions;
        this.heartbeats = new Lease.Term<>(config.heartbeat().interval().toNanos());
    }

    Lease.Term<Worker> heartbeats() {
        return heartbeats;
    }

    /** Registers a connection that is no worker yet; false if there is no room for its service. */
    boolean register(Peer peer, Dialect dialect, ServiceName name, long nowNanos) {
        Service service = services.open(name);
        if (service == null) {
            counters.add(Count.REFUSED);
            return false;
        }
        Worker worker = new Worker(peer, dialect, service);
        peer.worker = worker;
        service.workers++;
        heartbeats.renew(worker.heartbeat, nowNanos);
        LOG.debug("{} works for {}", peer, name);
        // A worker has to be heard, even if it is a client that filled a queue.
        peer.passAll();
        resumptions.add(peer);
        dispatcher.idle(worker, nowNanos);
        return true;
    }

    /** Something came from a worker. */
    void heard(Worker worker, long nowNanos) {
        if (!worker.isBusy()) {
            dispatcher.silence().renew(worker.silence, nowNanos);
        }
    }

    /** Ends a registration, without a word to the worker; the request that it holds goes to another one. */
    void remove(Worker worker, long nowNanos) {
        Service service = worker.service;
        LOG.debug("{} does not work for {} any more", worker.peer, service.name);
        worker.peer.worker = null;
        worker.idle.unlink();
        worker.silence.cancel();
        worker.heartbeat.cancel();
        service.workers--;
        Request request = worker.letGo();
        if (request != null) {
            dispatcher.handBack(request, nowNanos);
        }
        services.collect(service);
    }

    /** Removes the idle workers that were silent for too long. */
    void expire(long nowNanos) {
        Lease.Term<Worker> silence = dispatcher.silence();
        for (Worker worker = silence.pollExpired(nowNanos); worker != null; worker = silence.pollExpired(nowNanos)) {
            counters.add(Count.SILENT_WORKERS);
            // Should it live after all, this makes it register anew.
            worker.send(Disconnect.INSTANCE);
            remove(worker, nowNanos);
        }
    }

    /** Sends the heartbeats that are due. */
    void beat(long nowNanos) {
        for (Worker worker = heartbeats.pollExpired(nowNanos); worker != null; worker = heartbeats.pollExpired(nowNanos)) {
            heartbeats.renew(worker.heartbeat, nowNanos);
            worker.send(Heartbeat.INSTANCE);
        }
    }

    /** The broker ends: tells every worker. None gets another heartbeat. */
    void dismiss(long nowNanos) {
        long allAreDue = nowNanos + heartbeats.nanos();
        for (Worker worker = heartbeats.pollExpired(allAreDue); worker != null; worker = heartbeats.pollExpired(allAreDue)) {
            worker.send(Disconnect.INSTANCE);
        }
    }
}
