package io.generaldomo.examples.tracing;

import io.generaldomo.gdp.broker.BrokerObserver;
import io.generaldomo.gdp.broker.ObservedRequest;
import io.generaldomo.gdp.broker.ObservedWorker;
import io.generaldomo.gdp.broker.RequestEnd;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a span of each request of a broker, from its acceptance to its end, with a child for each worker that got it:
 * {@code BrokerConfig.DEFAULT.withObserver(new TracingObserver(tracer))}. Attributes are those of OpenTelemetry's conventions for messaging.
 *
 * <p>Majordomo has no place for a trace id, so the spans of clients and workers are traces of their own. Beyond {@value #MOST} requests under way the rest
 * goes untraced: what peers do must not fill the heap. Confined to the broker's event loop; exporters have threads of their own.
 */
public final class TracingObserver implements BrokerObserver {
    private static final int MOST = 10_000;

    private final Tracer tracer;
    private final Map<Long, Trace> traces = new HashMap<>();

    /** The spans of one request. */
    private static final class Trace {
        private final Span request;
        private Span attempt = Span.getInvalid();

        private Trace(Span request) {
            this.request = request;
        }
    }

    /**
     * An observer of one broker.
     *
     * @param tracer makes the spans
     */
    public TracingObserver(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        if (traces.size() >= MOST) {
            return;
        }
        traces.put(request.number(), new Trace(tracer.spanBuilder("request " + request.service())
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .setAttribute("messaging.system", "majordomo")
                .setAttribute("messaging.destination.name", request.service().toString())
                .setAttribute("messaging.message.body.size", request.octets())
                .setAttribute("network.peer.address", request.client())
                .startSpan()));
    }

    @Override
    public void requestQueued(ObservedRequest request, long nowNanos) {
        Trace trace = traces.get(request.number());
        if (trace != null) {
            trace.request.addEvent("queued");
        }
    }

    @Override
    public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        Trace trace = traces.get(request.number());
        if (trace != null) {
            trace.attempt = tracer.spanBuilder("process " + request.service())
                    .setSpanKind(SpanKind.CLIENT)
                    .setParent(Context.root().with(trace.request))
                    .setAttribute("network.peer.address", worker.address())
                    .setAttribute("generaldomo.worker", worker.number())
                    .setAttribute("generaldomo.try", request.tries())
                    .startSpan();
        }
    }

    @Override
    public void requestRedispatched(ObservedRequest request, long nowNanos) {
        Trace trace = traces.get(request.number());
        if (trace != null) {
            trace.attempt.setStatus(StatusCode.ERROR, "the worker was lost").end();
        }
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        Trace trace = traces.remove(request.number());
        if (trace != null) {
            trace.attempt.end();
            trace.request.end();
        }
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        Trace trace = traces.remove(request.number());
        if (trace != null) {
            String why = end.name().toLowerCase(Locale.ROOT);
            trace.attempt.setStatus(StatusCode.ERROR, why).end();
            trace.request.setAttribute("error.type", why).setStatus(StatusCode.ERROR, why).end();
        }
    }
}
