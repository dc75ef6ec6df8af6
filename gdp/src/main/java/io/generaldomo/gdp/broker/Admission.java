package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests come in: those that may not are refused, those to the broker's own services answered, all others dispatched. Confined to the broker's
 * event loop.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final Filters filters;
    private final ManagementServices management;
    private final Dispatcher dispatcher;
    private final BrokerCounters counters;
    private final BrokerObserver observer;
    private AccessRules access;

    Admission(
            AccessRules access, Filters filters, ManagementServices management, Dispatcher dispatcher, BrokerCounters counters,
            BrokerObserver observer) {
        this.access = access;
        this.filters = filters;
        this.management = management;
        this.dispatcher = dispatcher;
        this.counters = counters;
        this.observer = observer;
    }

    /** Who may do what from here on. */
    void use(AccessRules rules) {
        access = rules;
    }

    /** Whether a peer may offer a service. */
    boolean mayServe(Peer peer, ServiceName service) {
        return access.mayServe(peer.user, service);
    }

    /** A client asks for something. Consumes the request. */
    void onRequest(Peer from, Dialect dialect, ClientRequest request, long nowNanos) {
        ServiceName name = request.service();
        if (!access.mayRequest(from.user, name)) {
            observer.requestRefused(name, Refusal.DENIED, nowNanos);
            deny(from, dialect, request);
        } else if (name.isInternal()) {
            counters.add(Count.MANAGEMENT);
            try {
                answer(from, dialect, request, management.answer(name, request.body(), nowNanos));
            } finally {
                request.release();
            }
        } else if (filters.refuses(name, request.body())) {
            counters.add(Count.FILTERED);
            observer.requestRefused(name, Refusal.FILTERED, nowNanos);
            refuse(from, dialect, request);
        } else {
            dispatcher.accept(from, dialect, request, nowNanos);
        }
    }

    /** The client hears of it where its dialect has words for that. Its connection stays: it may be allowed to do something else. */
    private void deny(Peer from, Dialect dialect, ClientRequest request) {
        counters.add(Count.DENIED);
        if (from.isFirstDenial()) {
            LOG.atWarn().addKeyValue("peer", from).addKeyValue("service", request.service()).log("{} may not request {}", from, request.service());
        }
        if (request.service().isInternal()) {
            request.release();
            answer(from, dialect, request, Body.of(Status.FORBIDDEN));
        } else {
            refuse(from, dialect, request);
        }
    }

    private static void answer(Peer from, Dialect dialect, ClientRequest request, Body answer) {
        from.send(dialect, new ClientReply(request.service(), request.ticket(), ReplyKind.FINAL, answer));
    }

    private static void refuse(Peer from, Dialect dialect, ClientRequest request) {
        if (dialect.hasNak()) {
            from.send(dialect, new ClientNak(request.service(), request.body()));
        } else {
            request.release();
        }
    }
}
