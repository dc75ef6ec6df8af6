package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Dialect;
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
    private final Resumptions resumptions = new Resumptions();
    private final ServiceTable services;
    private final Dispatcher dispatcher;
    private final WorkerRegistry workers;
    private final ManagementServices management;

    /** No lease is shorter than this, so none that begins after a tick ends before the next one. */
    private final long longestPause;

    /**
     * A broker without peers.
     *
     * @param config what it waits for and puts up with
     * @param seed where the tokens begin that requests carry to workers; better not the same after each start
     */
    BrokerCore(BrokerConfig config, int seed) {
        services = new ServiceTable(config, resumptions);
        dispatcher = new Dispatcher(config, services, counters, resumptions, seed);
        workers = new WorkerRegistry(config, services, dispatcher, counters, resumptions);
        management = new ManagementServices(services);
        longestPause = Math.min(
                workers.heartbeats().nanos(), Math.min(dispatcher.silence().nanos(), dispatcher.patience().nanos()));
    }

    BrokerCounters counters() {
        return counters;
    }

    ServiceTable services() {
        return services;
    }

    /** All that waits in the broker. */
    Gate gate() {
        return dispatcher.gate();
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
            onRequest(from, dialect, request.service(), request.body(), nowNanos);
        } else if (command instanceof WorkerReply reply) {
            onReply(from, dialect, reply, nowNanos);
        } else if (command instanceof WorkerReady ready) {
            onReady(from, dialect, ready.service(), nowNanos);
        } else if (command instanceof Disconnect) {
            // Not answered if there is no registration: two such sides would send it to and fro.
            if (from.worker != null) {
                workers.remove(from.worker, nowNanos);
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
        dispatcher.abandon(peer);
        if (peer.worker != null) {
            workers.remove(peer.worker, nowNanos);
        }
        resumptions.run();
    }

    /**
     * Time has passed: sends heartbeats, and ends what expired.
     *
     * @return when to call next; nothing that happens until then makes it too late
     */
    long onTick(long nowNanos) {
        workers.expire(nowNanos);
        dispatcher.expire(nowNanos);
        workers.beat(nowNanos);
        resumptions.run();
        long deadline = nowNanos + longestPause;
        deadline = workers.heartbeats().earliest(deadline);
        deadline = dispatcher.silence().earliest(deadline);
        return dispatcher.patience().earliest(deadline);
    }

    /** The broker is about to end: takes leave of the workers. What the core holds it releases as its peers go. */
    void dismissWorkers(long nowNanos) {
        workers.dismiss(nowNanos);
    }

    private void onRequest(Peer from, Dialect dialect, ServiceName name, Body body, long nowNanos) {
        if (!name.isInternal()) {
            dispatcher.accept(from, dialect, name, body, nowNanos);
            return;
        }
        counters.add(Count.MANAGEMENT);
        try {
            from.send(dialect, new ClientReply(name, management.answer(name, body)));
        } finally {
            body.release();
        }
    }

    private void onReply(Peer from, Dialect dialect, WorkerReply reply, long nowNanos) {
        Worker worker = from.worker;
        if (worker != null && worker.holds(reply.address().token())) {
            dispatcher.reply(worker, reply.kind(), reply.body(), nowNanos);
            return;
        }
        reply.release();
        if (worker == null) {
            violation(from, dialect, "replied but is not registered", nowNanos);
        } else {
            counters.add(Count.UNAUTHORISED);
            if (from.isFirstSuspicion()) {
                LOG.warn("{} replied to a request that it does not hold", from);
            }
            disconnect(from, dialect, nowNanos);
        }
    }

    private void onReady(Peer from, Dialect dialect, ServiceName name, long nowNanos) {
        if (from.worker != null) {
            violation(from, dialect, "registered twice", nowNanos);
        } else if (name.isInternal()) {
            violation(from, dialect, "registered a service of the broker itself", nowNanos);
        } else if (!workers.register(from, dialect, name, nowNanos)) {
            LOG.debug("no room for another service: {} refused", from);
            disconnect(from, dialect, nowNanos);
        }
    }

    private void violation(Peer from, Dialect dialect, String what, long nowNanos) {
        counters.add(Count.VIOLATIONS);
        LOG.debug("{} {}", from, what);
        disconnect(from, dialect, nowNanos);
    }

    private void disconnect(Peer peer, Dialect dialect, long nowNanos) {
        Worker worker = peer.worker;
        if (worker != null) {
            workers.remove(worker, nowNanos);
        }
        peer.send(dialect, Disconnect.INSTANCE);
    }
}
