package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.time.Duration;

/**
 * Brings what a worker replies to the client that asked, in the form that the client's dialect has for it (gdp.md, section 10). Confined to the
 * broker's event loop.
 *
 * <p>Who streams to a client that does not read is not read either, until the client reads again: a stream takes no more room in the broker than the
 * connection's own buffers.
 */
final class Delivery {
    /** How long after a report, which nothing marks as the last, another one still reaches its client. */
    private static final Duration REPORT_TIME = Duration.ofMinutes(5);

    /** For how many requests a worker may do so at the same time. */
    private static final int MOST_REPORTING = 64;

    private final Dispatcher dispatcher;
    private final Holdings holdings;
    private final Joiner joiner;
    private final BrokerCounters counters;
    private final Resumptions resumptions;
    private final BrokerObserver observer;
    private final Lease.Term<Holding> reporting = new Lease.Term<>(REPORT_TIME.toNanos());

    Delivery(
            Dispatcher dispatcher, Holdings holdings, Joiner joiner, BrokerCounters counters, Resumptions resumptions,
            BrokerObserver observer) {
        this.dispatcher = dispatcher;
        this.holdings = holdings;
        this.joiner = joiner;
        this.counters = counters;
        this.resumptions = resumptions;
        this.observer = observer;
    }

    /** How long further reports are waited for. */
    Lease.Term<Holding> reporting() {
        return reporting;
    }

    /**
     * A worker replied to a request that it has. Takes over the reference of the body.
     *
     * @return false if the parts of the reply are more than may be kept; the request has ended then, but the worker does not know it
     */
    boolean reply(Holding holding, ReplyKind kind, Body body, long nowNanos) {
        Request request = holding.request;
        if (!request.isEnded()) {
            return kind == ReplyKind.PARTIAL ? replyPartially(holding, body, nowNanos) : replyFinally(holding, kind, body, nowNanos);
        }
        if (holding.isReporting()) {
            reportOn(holding, kind, body, nowNanos);
            return true;
        }
        body.release(); // its client left
        if (kind != ReplyKind.PARTIAL) {
            dispatcher.release(holding, nowNanos);
        }
        return true;
    }

    /** Forgets the requests on which nothing was reported for a long time. */
    void expire(long nowNanos) {
        for (Holding holding = reporting.pollExpired(nowNanos); holding != null; holding = reporting.pollExpired(nowNanos)) {
            holdings.close(holding);
        }
    }

    private boolean replyPartially(Holding holding, Body body, long nowNanos) {
        Request request = holding.request;
        if (request.dialect.replies().take(ReplyKind.PARTIAL)) {
            request.begin();
            sendAlong(holding, ReplyKind.PARTIAL, body);
            return true;
        }
        return joiner.keep(request, body) || fail(request, nowNanos);
    }

    private boolean replyFinally(Holding holding, ReplyKind kind, Body body, long nowNanos) {
        Request request = holding.request;
        Body whole = joiner.join(request, body);
        if (whole == null) {
            return fail(request, nowNanos);
        }
        dispatcher.end(request, Count.REPLIED, nowNanos);
        observer.requestReplied(request, holding.worker, nowNanos);
        if (request.dialect.replies().endWith(kind)) {
            request.client.send(request.dialect, new ClientReply(request.service.name, request.ticket, kind, whole));
            dispatcher.release(holding, nowNanos);
            holding.worker.reuse(holding);
            request.client.reuse(request);
        } else {
            sendAlong(holding, kind, whole);
            // Makes room for the next request first: this one is taken out of the worker's held ones by that.
            dispatcher.release(holding, nowNanos);
            keepReporting(holding, nowNanos);
        }
        return true;
    }

    private void keepReporting(Holding holding, long nowNanos) {
        Chain<Holding> others = holding.worker.reporting;
        Holding oldest = others.first();
        if (oldest != null && others.size() >= MOST_REPORTING) {
            holdings.close(oldest);
        }
        holdings.reopen(holding);
        reporting.renew(holding.lease, nowNanos);
    }

    private void reportOn(Holding holding, ReplyKind kind, Body body, long nowNanos) {
        if (holding.request.client.isGone()) {
            body.release();
            holdings.close(holding);
            return;
        }
        sendAlong(holding, kind, body);
        reporting.renew(holding.lease, nowNanos);
    }

    private void sendAlong(Holding holding, ReplyKind kind, Body body) {
        Request request = holding.request;
        counters.add(Count.PARTIALS);
        request.client.send(request.dialect, new ClientReply(request.service.name, request.ticket, kind, body));
        request.client.stopIfBehind(holding.worker.peer, resumptions);
    }

    private boolean fail(Request request, long nowNanos) {
        dispatcher.end(request, Count.OVERSIZED, nowNanos);
        return false;
    }
}
