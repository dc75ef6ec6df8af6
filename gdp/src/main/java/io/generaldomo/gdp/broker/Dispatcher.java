package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings requests and idle workers together, and every accepted request to exactly one end. Confined to the broker's event loop.
 *
 * <p>What a worker gets as the client's address is a token that names this one dispatch: who does not hold the request cannot reply to it, and
 * nobody learns how to address a client.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    /** Up to here a copy is cheaper than a read buffer that is kept alive while a worker is at work. */
    private static final int SMALL = 1024;

    private final BrokerConfig config;
    private final ServiceTable services;
    private final BrokerCounters counters;
    private final Gate gate;
    private final Lease.Term<Request> patience;
    private final Lease.Term<Worker> silence;
    private int lastToken;

    Dispatcher(BrokerConfig config, ServiceTable services, BrokerCounters counters, Resumptions resumptions, int lastToken) {
        this.config = config;
        this.services = services;
        this.counters = counters;
        this.gate = new Gate(config.brokerQueue(), resumptions);
        this.patience = new Lease.Term<>(config.requestExpiry().toNanos());
        this.silence = new Lease.Term<>(config.heartbeat().expiry().toNanos());
        this.lastToken = lastToken;
    }

    /** All that waits in the broker. */
    Gate gate() {
        return gate;
    }

    Lease.Term<Request> patience() {
        return patience;
    }

    /** The silence of idle workers. */
    Lease.Term<Worker> silence() {
        return silence;
    }

    /** Takes a client's request over, and the reference of its body, or refuses it. */
    void accept(Peer client, Dialect dialect, ServiceName name, Body body, long nowNanos) {
        Service service = services.open(name);
        if (service == null) {
            refuse(client, body, "no room for another service");
            return;
        }
        Worker worker = service.idle.first();
        if (worker == null && (service.gate.isOverrun() || gate.isOverrun())) {
            refuse(client, body, "the queue is overrun");
            services.collect(service);
            return;
        }
        counters.add(Count.ACCEPTED);
        Request request = new Request(client, dialect, service, body);
        if (worker != null) {
            if (request.octets() <= SMALL) {
                request.compact();
            }
            dispatch(request, worker);
            return;
        }
        service.queue.addLast(request);
        await(request, nowNanos);
        // A client that is also a worker is not stopped: its replies are what empties queues.
        if (client.worker == null) {
            stopIfFull(service.gate, client);
            stopIfFull(gate, client);
        }
    }

    /** A worker is there for its service: gives it the next request, or lets it wait. */
    void idle(Worker worker, long nowNanos) {
        Service service = worker.service;
        Request next = service.queue.poll();
        if (next == null) {
            service.idle.addLast(worker.idle);
            silence.renew(worker.silence, nowNanos);
        } else {
            leaveGates(next);
            dispatch(next, worker);
        }
    }

    /**
     * The worker that holds a request replied. Takes over the reference of the body.
     *
     * <p>A partial reply goes to clients whose dialect takes such, and to nobody else; the worker stays busy until the final one.
     */
    void reply(Worker worker, ReplyKind kind, Body body, long nowNanos) {
        if (kind == ReplyKind.PARTIAL) {
            replyPartially(worker, body);
            return;
        }
        Request request = worker.letGo();
        if (request == null || request.isEnded()) {
            body.release();
        } else {
            request.end();
            counters.add(Count.REPLIED);
            request.client.send(request.dialect, new ClientReply(request.service.name, kind, body));
        }
        idle(worker, nowNanos);
    }

    private static void replyPartially(Worker worker, Body body) {
        Request request = worker.request();
        if (request == null || request.isEnded() || !request.dialect.replies().take(ReplyKind.PARTIAL)) {
            body.release();
        } else {
            request.client.send(request.dialect, new ClientReply(request.service.name, ReplyKind.PARTIAL, body));
        }
    }

    /** The worker that held a request is no more: another one gets it, unless its client left or too many died with it. */
    void handBack(Request request, long nowNanos) {
        if (request.isEnded()) {
            return;
        }
        Service service = request.service;
        if (request.tries() >= config.maxTries()) {
            LOG.warn("{} workers of {} were lost with a request of {}: given up", request.tries(), service.name, request.client);
            request.end();
            counters.add(Count.EXHAUSTED);
            return;
        }
        counters.add(Count.REDISPATCHED);
        Worker worker = service.idle.first();
        if (worker != null) {
            dispatch(request, worker);
        } else {
            service.queue.addFirst(request);
            await(request, nowNanos);
        }
    }

    /** A client left: nobody waits for its requests any more. A worker that holds one replies in vain, then is idle as ever. */
    void abandon(Peer client) {
        for (Request request = client.held.first(); request != null; request = client.held.first()) {
            request.end();
            counters.add(Count.ABANDONED);
        }
        for (Lane lane : List.copyOf(client.lanes.values())) {
            for (Request request = lane.requests.first(); request != null; request = lane.requests.first()) {
                drop(request, Count.ABANDONED);
            }
        }
    }

    /** Ends the requests that waited too long. */
    void expire(long nowNanos) {
        for (Request request = patience.pollExpired(nowNanos); request != null; request = patience.pollExpired(nowNanos)) {
            LOG.debug("request of {} to {} expired", request.client, request.service.name);
            drop(request, Count.EXPIRED);
        }
    }

    private void dispatch(Request request, Worker worker) {
        worker.idle.unlink();
        worker.silence.cancel();
        request.patience.cancel();
        request.client.held.addLast(request.place);
        int token = nextToken();
        worker.hold(request, token);
        worker.send(new WorkerRequest(Address.ofToken(token), request.bodyForTry()));
    }

    private void await(Request request, long nowNanos) {
        request.compact();
        request.service.gate.enter(request);
        gate.enter(request);
        patience.renew(request.patience, nowNanos);
    }

    private void drop(Request request, Count why) {
        request.service.queue.remove(request);
        leaveGates(request);
        request.end();
        counters.add(why);
        services.collect(request.service);
    }

    private void leaveGates(Request request) {
        request.service.gate.leave(request);
        gate.leave(request);
    }

    private static void stopIfFull(Gate gate, Peer client) {
        if (gate.isFull()) {
            gate.stop(client);
        }
    }

    private void refuse(Peer client, Body body, String why) {
        LOG.debug("request of {} refused: {}", client, why);
        counters.add(Count.REFUSED);
        body.release();
    }

    private int nextToken() {
        lastToken++;
        if (lastToken == 0) {
            lastToken = 1;
        }
        return lastToken;
    }
}
