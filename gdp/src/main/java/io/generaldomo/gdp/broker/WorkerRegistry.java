package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    private final Recovery recovery;
    private final BrokerCounters counters;
    private final Resumptions resumptions;
    private final BrokerObserver observer;
    private final Lease.Term<Worker> heartbeats;
    private final NavigableMap<Long, Worker> byId = new TreeMap<>();
    private final int severalAtOnce;
    private long lastId;

    WorkerRegistry(
            BrokerConfig config, ServiceTable services, Dispatcher dispatcher, Recovery recovery, BrokerCounters counters,
            Resumptions resumptions, BrokerObserver observer) {
        this.services = services;
        this.dispatcher = dispatcher;
        this.recovery = recovery;
        this.counters = counters;
        this.resumptions = resumptions;
        this.observer = observer;
        this.heartbeats = new Lease.Term<>(config.heartbeat().interval().toNanos());
        this.severalAtOnce = config.requestsPerWorker();
    }

    Lease.Term<Worker> heartbeats() {
        return heartbeats;
    }

    /** All workers, in the order in which they came. */
    NavigableMap<Long, Worker> byId() {
        return byId;
    }

    /** Registers a connection that is no worker yet; false if there is no room for its service, or the broker is ending. */
    boolean register(Peer peer, Dialect dialect, WorkerReady ready, long nowNanos) {
        Service service = dispatcher.isDraining() ? null : services.register(ready.service());
        if (service == null) {
            counters.add(Count.REFUSED);
            Refusal why = dispatcher.isDraining() ? Refusal.DRAINING : Refusal.TOO_MANY_SERVICES;
            observer.workerRefused(ready.service(), why, nowNanos);
            return false;
        }
        lastId++;
        Worker worker = new Worker(lastId, peer, dialect, service, capacity(dialect, ready), nowNanos);
        byId.put(worker.id, worker);
        peer.worker = worker;
        heartbeats.renew(worker.heartbeat, nowNanos);
        LOG.atDebug().addKeyValue("peer", peer).addKeyValue("service", service.name).log("{} works for {}", peer, service.name);
        observer.workerArrived(worker, nowNanos);
        // A worker has to be heard, even if it is a client that filled a queue.
        release(peer);
        dispatcher.free(worker, nowNanos);
        return true;
    }

    private int capacity(Dialect dialect, WorkerReady ready) {
        if (!dialect.workerTakesSeveral()) {
            return 1;
        }
        return ready.capacity() == 0 ? severalAtOnce : Math.min(ready.capacity(), severalAtOnce);
    }

    /** Something came from a worker. */
    void heard(Worker worker, long nowNanos) {
        if (!worker.isBusy()) {
            dispatcher.silence().renew(worker.silence, nowNanos);
        }
    }

    /** Ends a registration, without a word to the worker; the requests that it holds go to others. */
    void remove(Worker worker, WorkerEnd why, long nowNanos) {
        Service service = worker.service;
        LOG.atDebug().addKeyValue("peer", worker.peer).addKeyValue("service", service.name).log("{} does not work for {} any more", worker.peer, service.name);
        observer.workerLeft(worker, why, nowNanos);
        worker.peer.worker = null;
        byId.remove(worker.id);
        worker.beginLeaving();
        worker.place.unlink();
        worker.silence.cancel();
        worker.heartbeat.cancel();
        services.unregister(service);
        // It may have been stopped for a client that did not read its stream.
        release(worker.peer);
        recovery.takeBack(worker, nowNanos);
        services.collect(service);
    }

    /** Ends a registration, and tells the worker: should it live, this makes it register anew. */
    void dismiss(Worker worker, WorkerEnd why, long nowNanos) {
        worker.send(Disconnect.INSTANCE);
        remove(worker, why, nowNanos);
    }

    /** A worker is to leave: at once if it is idle, else when it has replied to what it holds. */
    @Nullable Worker drain(long id, long nowNanos) {
        Worker worker = byId.get(id);
        if (worker != null) {
            worker.beginLeaving();
            worker.service.place(worker);
            leaveIfDone(worker, nowNanos);
        }
        return worker;
    }

    /** A worker that was told to leave, or is being told, does so if it holds nothing. */
    void leaveIfDone(Worker worker, long nowNanos) {
        if (worker.isLeaving() && !worker.isBusy()) {
            dismiss(worker, WorkerEnd.DRAINED, nowNanos);
        }
    }

    /** Removes the idle workers that were silent for too long, and the busy ones that are at one request for too long. */
    void expire(long nowNanos) {
        Lease.Term<Worker> silence = dispatcher.silence();
        for (Worker worker = silence.pollExpired(nowNanos); worker != null; worker = silence.pollExpired(nowNanos)) {
            counters.add(Count.SILENT_WORKERS);
            dismiss(worker, WorkerEnd.SILENT, nowNanos);
        }
        Terms<Holding> processing = services.processing();
        for (Holding late = processing.pollExpired(nowNanos); late != null; late = processing.pollExpired(nowNanos)) {
            LOG.atWarn()
                    .addKeyValue("peer", late.worker.peer)
                    .addKeyValue("service", late.worker.service.name)
                    .addKeyValue("request", Holding.name(late.token))
                    .log("{} holds a request to {} for too long", late.worker.peer, late.worker.service.name);
            counters.add(Count.OVERDUE_WORKERS);
            dismiss(late.worker, WorkerEnd.OVERDUE, nowNanos);
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
    void dismissAll(long nowNanos) {
        long allAreDue = nowNanos + heartbeats.nanos();
        for (Worker worker = heartbeats.pollExpired(allAreDue); worker != null; worker = heartbeats.pollExpired(allAreDue)) {
            worker.send(Disconnect.INSTANCE);
        }
    }

    private void release(Peer peer) {
        peer.passAll();
        resumptions.add(peer);
    }
}
