package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings requests and workers together, and every accepted request to exactly one end. Confined to the broker's event loop.
 *
 * <p>What a worker gets as the client's address is a token that names this one dispatch: who does not hold the request cannot reply to it, and
 * nobody learns how to address a client.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    /** Up to here a copy is cheaper than a read buffer that is kept alive while a worker is at work. */
    private static final int SMALL = 1024;

    private final ServiceTable services;
    private final BrokerCounters counters;
    private final Holdings holdings;
    private final Joiner joiner;
    private final BrokerObserver observer;
    private final Gate gate;
    private final Lease.Term<Worker> silence;
    private boolean draining;
    private int underWay;
    private long lastNumber;

    Dispatcher(
            BrokerConfig config, ServiceTable services, BrokerCounters counters, Resumptions resumptions, Holdings holdings,
            Joiner joiner, BrokerObserver observer) {
        this.services = services;
        this.counters = counters;
        this.holdings = holdings;
        this.joiner = joiner;
        this.observer = observer;
        this.gate = new Gate(config.brokerQueue(), resumptions);
        this.silence = new Lease.Term<>(config.heartbeat().expiry().toNanos());
    }

    /** All that waits in the broker. */
    Gate gate() {
        return gate;
    }

    /** The silence of idle workers. */
    Lease.Term<Worker> silence() {
        return silence;
    }

    /** Accepted requests that have not ended. */
    int underWay() {
        return underWay;
    }

    /** Takes a client's request over, and the reference of its body, or refuses it. */
    void accept(Peer client, Dialect dialect, ClientRequest asked, long nowNanos) {
        if (draining) {
            refuse(client, asked, Refusal.DRAINING, nowNanos);
            dismissIfDone(client);
            return;
        }
        Service service = services.openFor(client, asked.service());
        if (service == null) {
            refuse(client, asked, Refusal.TOO_MANY_SERVICES, nowNanos);
            return;
        }
        Worker worker = service.next();
        if (worker == null && (service.gate.isOverrun() || gate.isOverrun())) {
            refuse(client, asked, Refusal.QUEUE_FULL, nowNanos);
            services.collect(service);
            return;
        }
        counters.add(Count.ACCEPTED);
        underWay++;
        Request request = client.request(dialect, service, asked.ticket(), asked.body());
        request.accepted(++lastNumber, nowNanos);
        observer.requestAccepted(request, nowNanos);
        if (worker != null) {
            if (request.octets() <= SMALL) {
                request.compact();
            }
            dispatch(request, worker, nowNanos);
            return;
        }
        service.queue.addLast(request);
        await(request, nowNanos);
        // A client that is also a worker is not stopped: its replies are what empties queues.
        if (client.worker == null) {
            service.gate.stopIfFull(client);
            gate.stopIfFull(client);
        }
    }

    /** A worker came, or is done with a request: gives it what it can take of what waits, or lets it wait. */
    void free(Worker worker, long nowNanos) {
        Service service = worker.service;
        if (!worker.isBusy()) {
            silence.renew(worker.silence, nowNanos);
        }
        service.place(worker);
        while (worker.hasRoom()) {
            Request next = service.queue.poll();
            if (next == null) {
                return;
            }
            leaveGates(next);
            dispatch(next, worker, nowNanos);
        }
    }

    /** A worker is done with a request, whatever became of it. */
    void release(Holding holding, long nowNanos) {
        Worker worker = holding.worker;
        holdings.close(holding);
        if (!worker.isBusy()) {
            worker.service.busy--;
        }
        free(worker, nowNanos);
    }

    /** A client left: nobody waits for its requests any more. A worker that holds one replies in vain, then is idle as ever. */
    void abandon(Peer client, long nowNanos) {
        for (Request request = client.held.first(); request != null; request = client.held.first()) {
            end(request, Count.ABANDONED, nowNanos);
        }
        for (Lane lane : List.copyOf(client.lanes.values())) {
            for (Request request = lane.requests.first(); request != null; request = lane.requests.first()) {
                drop(request, Count.ABANDONED, nowNanos);
            }
        }
    }

    /** Ends the requests that waited too long. */
    void expire(long nowNanos) {
        Terms<Request> patience = services.patience();
        for (Request request = patience.pollExpired(nowNanos); request != null; request = patience.pollExpired(nowNanos)) {
            LOG.atDebug()
                    .addKeyValue("peer", request.client)
                    .addKeyValue("service", request.service.name)
                    .log("request of {} to {} expired", request.client, request.service.name);
            drop(request, Count.EXPIRED, nowNanos);
        }
    }

    /** From here on nothing is accepted, and what nobody is there to serve ends. */
    void drain(long nowNanos) {
        draining = true;
        for (Service service : List.copyOf(services.ordered().values())) {
            if (service.workers == 0) {
                endUnserved(service, nowNanos);
            }
        }
    }

    boolean isDraining() {
        return draining;
    }

    /** The one place where requests end. */
    void end(Request request, Count why, long nowNanos) {
        joiner.drop(request);
        request.end();
        underWay--;
        counters.add(why);
        if (why == Count.REPLIED) {
            request.service.counts.served++;
        } else if (why == Count.EXPIRED) {
            request.service.counts.expired++;
        } else if (why != Count.ABANDONED) {
            request.service.counts.failed++;
        }
        if (why != Count.REPLIED) {
            observer.requestEnded(request, why.end(), nowNanos);
        }
    }

    private void endUnserved(Service service, long nowNanos) {
        for (Request request = service.queue.oldest(); request != null; request = service.queue.oldest()) {
            drop(request, Count.UNSERVED, nowNanos);
            dismissIfDone(request.client);
        }
    }

    /** The protocol has no word for "not here": a closed connection says it, as soon as nothing else is lost with it. */
    private static void dismissIfDone(Peer client) {
        if (client.worker == null && client.hasNoRequest()) {
            client.close();
        }
    }

    /** A request whose worker was lost with it goes to another one, or waits before the others of its client. */
    void dispatchAgain(Request request, long nowNanos) {
        Service service = request.service;
        Worker worker = service.next();
        if (worker != null) {
            dispatch(request, worker, nowNanos);
        } else {
            service.queue.addFirst(request);
            await(request, nowNanos);
        }
    }

    /** The last worker of a service may have gone while the broker drains. */
    void endIfUnserved(Service service, long nowNanos) {
        if (draining && service.workers == 0) {
            endUnserved(service, nowNanos);
        }
    }

    private void dispatch(Request request, Worker worker, long nowNanos) {
        Service service = worker.service;
        if (!worker.isBusy()) {
            service.busy++;
        }
        request.patience.cancel();
        request.client.held.addLast(request.place);
        Holding holding = holdings.open(worker, request);
        worker.silence.cancel();
        service.place(worker);
        if (service.rules.processing() != null) {
            service.rules.processing().renew(holding.lease, nowNanos);
        }
        worker.send(new WorkerRequest(Address.ofToken(holding.token), request.bodyForTry(nowNanos)));
        observer.requestDispatched(request, worker, nowNanos);
    }

    private void await(Request request, long nowNanos) {
        request.compact();
        request.waitingSince = nowNanos;
        request.service.gate.enter(request);
        gate.enter(request);
        request.service.rules.patience().renew(request.patience, nowNanos);
        observer.requestQueued(request, nowNanos);
    }

    private void drop(Request request, Count why, long nowNanos) {
        request.service.queue.remove(request);
        leaveGates(request);
        end(request, why, nowNanos);
        services.collect(request.service);
    }

    private void leaveGates(Request request) {
        request.service.gate.leave(request);
        gate.leave(request);
    }

    private void refuse(Peer client, ClientRequest asked, Refusal why, long nowNanos) {
        LOG.atDebug().addKeyValue("peer", client).log("request of {} refused: {}", client, why);
        counters.add(Count.REFUSED);
        observer.requestRefused(asked.service(), why, nowNanos);
        asked.release();
    }
}
