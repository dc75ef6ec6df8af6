package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.ZmtpException;

/**
 * Writes what happens to Java's flight recorder, while that records: {@code jcmd PID JFR.start} begins it, {@code jfr print --categories Generaldomo} shows it.
 *
 * <p>The objects it keeps are asked whether anybody records; they are never written. Confined to the broker's event loop.
 */
final class FlightEvents implements BrokerObserver {
    private final RequestQueuedEvent queued = new RequestQueuedEvent();
    private final RequestDispatchedEvent dispatched = new RequestDispatchedEvent();
    private final RequestRepliedEvent replied = new RequestRepliedEvent();
    private final HandshakeEvent handshake = new HandshakeEvent();

    @Override
    public void requestQueued(ObservedRequest request, long nowNanos) {
        if (queued.isEnabled()) {
            RequestQueuedEvent event = new RequestQueuedEvent();
            event.request = request.number();
            event.service = request.service().toString();
            event.client = request.client();
            event.octets = request.octets();
            event.tries = request.tries();
            event.commit();
        }
    }

    @Override
    public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        if (dispatched.isEnabled()) {
            RequestDispatchedEvent event = new RequestDispatchedEvent();
            event.request = request.number();
            event.service = request.service().toString();
            event.client = request.client();
            event.worker = worker.number();
            event.tries = request.tries();
            event.sinceAccepted = nowNanos - request.acceptedNanos();
            event.commit();
        }
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        if (replied.isEnabled()) {
            RequestRepliedEvent event = new RequestRepliedEvent();
            event.request = request.number();
            event.service = request.service().toString();
            event.client = request.client();
            event.worker = worker.number();
            event.processing = nowNanos - request.dispatchedNanos();
            event.sinceAccepted = nowNanos - request.acceptedNanos();
            event.commit();
        }
    }

    @Override
    public void connectionOpened(ObservedConnection connection, long nowNanos) {
        handshakeEnded(connection, "", nowNanos);
    }

    @Override
    public void handshakeFailed(ObservedConnection connection, ZmtpException.Reason cause, long nowNanos) {
        handshakeEnded(connection, cause.name(), nowNanos);
    }

    private void handshakeEnded(ObservedConnection connection, String failure, long nowNanos) {
        if (handshake.isEnabled()) {
            HandshakeEvent event = new HandshakeEvent();
            event.connection = connection.number();
            event.address = connection.address();
            event.socketType = connection.socketType().map(Enum::name).orElse("");
            event.user = connection.user().orElse("");
            event.failure = failure;
            event.taken = nowNanos - connection.acceptedNanos();
            event.commit();
        }
    }
}
