package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Replies;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker as a state machine (RFC 7/MDP): commands of peers, their departure and the passing of time go in; what comes out goes through the
 * peers' {@link PeerPort}.
 *
 * <p>Confined to one thread, the broker's event loop. Reads no clock and starts nothing: the same calls give the same results. All instants are
 * those of one monotonic clock in nanoseconds and never go back.
 *
 * <p>A connection may be client and worker at once, but one worker only. A peer that sends what 7/MDP forbids at its time is sent DISCONNECT
 * and loses its registration, not its connection; malformed messages never come this far.
 */
final class BrokerCore {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final BrokerCounters counters = new BrokerCounters();
    private final BrokerObserver observer;
    private final Resumptions resumptions = new Resumptions();
    private final ServiceTable services;
    private final Holdings holdings;
    private final Joiner joiner;
    private final Dispatcher dispatcher;
    private final Delivery delivery;
    private final Recovery recovery;
    private final WorkerRegistry workers;
    private final Admission admission;
    private final StallWatch stalls;
    private final Overview overview;

    /** No lease is shorter than this, so none that begins after a tick ends before the next one. */
    private long longestPause;

    /**
     * A broker without peers.
     *
     * @param config what it waits for and puts up with
     * @param identity what it tells who asks
     * @param seed where the tokens begin that requests carry to workers; better not the same after each start
     * @param nowNanos when it starts
     */
    BrokerCore(BrokerConfig config, BrokerIdentity identity, int seed, long nowNanos) {
        observer = Observers.of(config.observers());
        services = new ServiceTable(config, resumptions);
        holdings = new Holdings(seed);
        joiner = new Joiner(config);
        dispatcher = new Dispatcher(config, services, counters, resumptions, holdings, joiner, observer);
        delivery = new Delivery(dispatcher, holdings, joiner, counters, resumptions, observer);
        recovery = new Recovery(dispatcher, holdings, joiner, counters, observer);
        workers = new WorkerRegistry(config, services, dispatcher, recovery, counters, resumptions, observer);
        overview = new Overview(identity, nowNanos, services, workers, dispatcher);
        Filters filters = new Filters(config.maxFilters());
        ManagementServices management = new ManagementServices(Map.of(
                ServiceName.of("mmi.service"), new ServiceLookup(services),
                ServiceName.of("mmi.services"), new ServiceList(services),
                ServiceName.of("mmi.service.info"), new ServiceInfo(services),
                ServiceName.of("mmi.workers"), new WorkerList(workers),
                ServiceName.of("mmi.broker"), new BrokerInfo(identity, nowNanos, services, workers, dispatcher, counters),
                ServiceName.of("mmi.filter"), new FilterSwitch(filters)));
        admission = new Admission(config.access(), filters, management, dispatcher, counters, observer);
        stalls = new StallWatch(workers.heartbeats().nanos(), config.heartbeat().peerInterval().toNanos());
        longestPause = shortestLease();
    }

    private long shortestLease() {
        long shortest = Math.min(workers.heartbeats().nanos(), dispatcher.silence().nanos());
        shortest = services.patience().shortest(services.processing().shortest(shortest));
        return Math.min(shortest, delivery.reporting().nanos());
    }

    /**
     * Access rules, bounds and policies of services are others from here on; all else stays. Workers that may not serve any more finish what they hold.
     * To be followed by a {@linkplain #onTick tick}, since leases may be shorter now.
     */
    void reconfigure(BrokerConfig changed, long nowNanos) {
        admission.use(changed.access());
        services.use(changed);
        dispatcher.gate().use(changed.brokerQueue());
        joiner.use(changed);
        longestPause = shortestLease();
        List.copyOf(workers.byId().values()).stream()
                .filter(worker -> !admission.mayServe(worker.peer, worker.service.name))
                .forEach(worker -> workers.drain(worker.id, nowNanos));
        resumptions.run();
    }

    BrokerCounters counters() {
        return counters;
    }

    ServiceTable services() {
        return services;
    }

    BrokerObserver observer() {
        return observer;
    }

    /** How it is doing. */
    Overview overview() {
        return overview;
    }

    /** All that waits in the broker. */
    Gate gate() {
        return dispatcher.gate();
    }

    /** What is kept to be joined. */
    Joiner joiner() {
        return joiner;
    }

    /** A command came from a peer. Consumes it. */
    void onCommand(Peer from, Dialect dialect, Command command, long nowNanos) {
        if (from.isGone()) {
            command.release();
            return;
        }
        if (from.worker != null) {
            workers.heard(from.worker, nowNanos);
        }
        handle(from, dialect, command, nowNanos);
        resumptions.run();
    }

    private void handle(Peer from, Dialect dialect, Command command, long nowNanos) {
        if (command instanceof ClientRequest request) {
            admission.onRequest(from, dialect, request, nowNanos);
        } else if (command instanceof WorkerReply reply) {
            onReply(from, dialect, reply, nowNanos);
        } else if (command instanceof WorkerReady ready) {
            onReady(from, dialect, ready, nowNanos);
        } else if (command instanceof WorkerReturn given) {
            onReturn(from, dialect, given, nowNanos);
        } else if (command instanceof Disconnect) {
            // Not answered if there is no registration: two such sides would send it to and fro.
            if (from.worker != null) {
                workers.remove(from.worker, WorkerEnd.LEFT, nowNanos);
            }
        } else if (!(command instanceof Heartbeat)) {
            command.release();
            violation(from, dialect, "sent what only a broker sends", nowNanos);
        } else if (from.worker == null) {
            violation(from, dialect, "sent a heartbeat but is not registered", nowNanos);
        }
    }

    /** A peer's connection is closed. Ends whatever it took part in; the peer is not used any more. */
    void onPeerGone(Peer peer, long nowNanos) {
        peer.leave();
        dispatcher.abandon(peer, nowNanos);
        if (peer.worker != null) {
            workers.remove(peer.worker, WorkerEnd.LOST, nowNanos);
        }
        resumptions.run();
    }

    /** A peer that did not take what it was sent does so again. */
    void onWritable(Peer peer) {
        peer.readsAgain();
        resumptions.run();
    }

    /**
     * Time has passed: sends heartbeats, and ends what expired. If the broker itself slept it asks before it ends anything.
     *
     * @return when to call next; nothing that happens until then makes it too late
     */
    long onTick(long nowNanos) {
        if (stalls.slept(nowNanos)) {
            counters.add(Count.STALLS);
            LOG.warn("the broker was held up; workers get time to be heard");
        }
        if (!stalls.isWaiting()) {
            workers.expire(nowNanos);
            dispatcher.expire(nowNanos);
            delivery.expire(nowNanos);
        }
        workers.beat(nowNanos);
        resumptions.run();
        long deadline = workers.heartbeats().earliest(nowNanos + longestPause);
        if (!stalls.isWaiting()) {
            deadline = dispatcher.silence().earliest(deadline);
            deadline = services.patience().earliest(deadline);
            deadline = services.processing().earliest(deadline);
            deadline = delivery.reporting().earliest(deadline);
        }
        return stalls.expect(deadline);
    }

    /** From here on no request and no worker is accepted; see {@link #isDrained()}. */
    void drain(long nowNanos) {
        dispatcher.drain(nowNanos);
        resumptions.run();
    }

    /** Whether it drains, and every request that was accepted has ended. */
    boolean isDrained() {
        return dispatcher.isDraining() && dispatcher.underWay() == 0;
    }

    /** A worker is to finish what it holds, and leave; false if there is none of that number. */
    boolean drainWorker(long id, long nowNanos) {
        Worker worker = workers.drain(id, nowNanos);
        resumptions.run();
        return worker != null;
    }

    /** A worker is told to leave at once, and what it holds goes to others; false if there is none of that number. */
    boolean dismissWorker(long id, long nowNanos) {
        Worker worker = workers.byId().get(id);
        if (worker != null) {
            workers.dismiss(worker, WorkerEnd.DISMISSED, nowNanos);
            resumptions.run();
        }
        return worker != null;
    }

    /** The broker is about to end: takes leave of the workers. What the core holds it releases as its peers go. */
    void dismissWorkers(long nowNanos) {
        workers.dismissAll(nowNanos);
    }

    private void onReply(Peer from, Dialect dialect, WorkerReply reply, long nowNanos) {
        Worker worker = from.worker;
        Holding holding = holdings.find(reply.address().token());
        if (worker != null && holding != null && holding.worker == worker) {
            if (delivery.reply(holding, reply.kind(), reply.body(), nowNanos)) {
                workers.leaveIfDone(worker, nowNanos);
            } else {
                LOG.atWarn()
                        .addKeyValue("peer", from)
                        .addKeyValue("service", worker.service.name)
                        .log("{} streamed more than may be kept for a client that takes one reply", from);
                disconnect(from, dialect, nowNanos);
            }
            return;
        }
        reply.release();
        if (worker == null) {
            violation(from, dialect, "replied but is not registered", nowNanos);
        } else if (holding == null && worker.dialect.replies() == Replies.UNMARKED) {
            // It cannot know that nobody waits for more.
            counters.add(Count.LATE);
            observer.dropped(DropReason.LATE, nowNanos);
        } else {
            counters.add(Count.UNAUTHORISED);
            observer.dropped(DropReason.UNAUTHORISED, nowNanos);
            if (from.isFirstSuspicion()) {
                LOG.atWarn()
                        .addKeyValue("peer", from)
                        .addKeyValue("request", Holding.name(reply.address().token()))
                        .log("{} replied to a request that it does not hold", from);
            }
            disconnect(from, dialect, nowNanos);
        }
    }

    private void onReturn(Peer from, Dialect dialect, WorkerReturn given, long nowNanos) {
        Worker worker = from.worker;
        Holding holding = holdings.find(given.address().token());
        if (worker == null || holding == null || holding.worker != worker || holding.isReporting()) {
            violation(from, dialect, "returned a request that it does not hold", nowNanos);
        } else {
            recovery.giveBack(holding, nowNanos);
            workers.leaveIfDone(worker, nowNanos);
        }
    }

    private void onReady(Peer from, Dialect dialect, WorkerReady ready, long nowNanos) {
        ServiceName name = ready.service();
        if (from.worker != null) {
            violation(from, dialect, "registered twice", nowNanos);
        } else if (name.isInternal()) {
            violation(from, dialect, "registered a service of the broker itself", nowNanos);
        } else if (!admission.mayServe(from, name)) {
            counters.add(Count.DENIED);
            observer.workerRefused(name, Refusal.DENIED, nowNanos);
            if (from.isFirstDenial()) {
                LOG.atWarn().addKeyValue("peer", from).addKeyValue("service", name).log("{} may not serve {}", from, name);
            }
            disconnect(from, dialect, nowNanos);
        } else if (!workers.register(from, dialect, ready, nowNanos)) {
            LOG.atDebug().addKeyValue("peer", from).addKeyValue("service", name).log("no room for {}: refused", from);
            disconnect(from, dialect, nowNanos);
        }
    }

    private void violation(Peer from, Dialect dialect, String what, long nowNanos) {
        counters.add(Count.VIOLATIONS);
        observer.dropped(DropReason.VIOLATION, nowNanos);
        LOG.atDebug().addKeyValue("peer", from).log("{} {}", from, what);
        disconnect(from, dialect, nowNanos);
    }

    private void disconnect(Peer peer, Dialect dialect, long nowNanos) {
        Worker worker = peer.worker;
        if (worker != null) {
            workers.remove(worker, WorkerEnd.MISBEHAVED, nowNanos);
        }
        peer.send(dialect, Disconnect.INSTANCE);
    }
}
