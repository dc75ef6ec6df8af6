package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of requests whose worker is no more, or gives them back. Confined to the broker's event loop. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final Dispatcher dispatcher;
    private final Holdings holdings;
    private final Joiner joiner;
    private final BrokerCounters counters;
    private final BrokerObserver observer;

    Recovery(Dispatcher dispatcher, Holdings holdings, Joiner joiner, BrokerCounters counters, BrokerObserver observer) {
        this.dispatcher = dispatcher;
        this.holdings = holdings;
        this.joiner = joiner;
        this.counters = counters;
        this.observer = observer;
    }

    /** A worker gives a request back: it is as if the worker were no more, for this request. */
    void giveBack(Holding holding, long nowNanos) {
        Worker worker = holding.worker;
        holdings.close(holding);
        if (!worker.isBusy()) {
            worker.service.busy--;
        }
        handBack(holding.request, nowNanos);
        dispatcher.free(worker, nowNanos);
    }

    /** A worker is no more: what it held goes to others, the oldest first. */
    void takeBack(Worker worker, long nowNanos) {
        if (worker.isBusy()) {
            worker.service.busy--;
        }
        for (Holding holding = worker.reporting.first(); holding != null; holding = worker.reporting.first()) {
            holdings.close(holding);
        }
        for (Holding holding = worker.held.last(); holding != null; holding = worker.held.last()) {
            holdings.close(holding);
            handBack(holding.request, nowNanos);
        }
        dispatcher.endIfUnserved(worker.service, nowNanos);
    }

    /** Another worker gets it, unless its client left, or has the beginning, or too many were lost with it. */
    private void handBack(Request request, long nowNanos) {
        joiner.drop(request);
        if (request.isEnded()) {
            return;
        }
        Service service = request.service;
        if (request.isBegun()) {
            LOG.atDebug()
                    .addKeyValue("peer", request.client)
                    .addKeyValue("service", service.name)
                    .log("the worker of a request of {} to {} was lost while it streamed", request.client, service.name);
            dispatcher.end(request, Count.INTERRUPTED, nowNanos);
            return;
        }
        if (request.tries() >= service.rules.policy().maxTries()) {
            LOG.atWarn()
                    .addKeyValue("peer", request.client)
                    .addKeyValue("service", service.name)
                    .log("{} workers of {} were lost with a request of {}: given up", request.tries(), service.name, request.client);
            dispatcher.end(request, Count.EXHAUSTED, nowNanos);
            return;
        }
        counters.add(Count.REDISPATCHED);
        service.counts.redispatched++;
        observer.requestRedispatched(request, nowNanos);
        dispatcher.dispatchAgain(request, nowNanos);
    }
}
