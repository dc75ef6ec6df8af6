package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpException;

/**
 * Is told what happens in a {@link GdpBroker}: metrics, traces and views of it are made of this.
 *
 * <p><b>Place.</b> Given to the broker by {@link BrokerConfig#withObserver}; a broker may have several. Every method does nothing unless overridden.
 *
 * <p><b>Threads.</b> Called on the broker's event loop, between two steps of its work: must not block, and should cost little, as all that the broker does waits
 * for it. An observer that throws is logged, and nothing else comes of it.
 *
 * <p><b>Ownership.</b> What an {@code Observed…} tells is true during the call; the object is another one's afterwards. Instants are those of one
 * monotonic clock, the event loop's, in nanoseconds.
 *
 * <p>Requests to the broker's own services, {@code mmi.*}, are not among those observed.
 */
public interface BrokerObserver {
    /**
     * A request was accepted: it is dispatched or queued next.
     *
     * @param request the request
     * @param nowNanos now
     */
    default void requestAccepted(ObservedRequest request, long nowNanos) {}

    /**
     * An accepted request waits, as no worker could take it.
     *
     * @param request the request; it has no tries if it is new
     * @param nowNanos now
     */
    default void requestQueued(ObservedRequest request, long nowNanos) {}

    /**
     * A worker is sent a request.
     *
     * @param request the request; this is counted among its tries
     * @param worker the worker
     * @param nowNanos now
     */
    default void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {}

    /**
     * The last part of a reply came and was handed to the client's connection. The request has ended.
     *
     * @param request the request
     * @param worker who replied
     * @param nowNanos now
     */
    default void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {}

    /**
     * A worker was lost with a request, or gave it back, and another one will get it: it is dispatched or queued next.
     *
     * @param request the request
     * @param nowNanos now
     */
    default void requestRedispatched(ObservedRequest request, long nowNanos) {}

    /**
     * An accepted request ended without a reply.
     *
     * @param request the request
     * @param end why
     * @param nowNanos now
     */
    default void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {}

    /**
     * A request was not accepted.
     *
     * @param service the service that it named; there may be none of that name
     * @param why the reason
     * @param nowNanos now
     */
    default void requestRefused(ServiceName service, Refusal why, long nowNanos) {}

    /**
     * A worker registered.
     *
     * @param worker the worker
     * @param nowNanos now
     */
    default void workerArrived(ObservedWorker worker, long nowNanos) {}

    /**
     * A registration was not accepted.
     *
     * @param service the service that it named
     * @param why the reason
     * @param nowNanos now
     */
    default void workerRefused(ServiceName service, Refusal why, long nowNanos) {}

    /**
     * A registration ended.
     *
     * @param worker the worker; what it held is redispatched or ends next
     * @param end why
     * @param nowNanos now
     */
    default void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {}

    /**
     * A handshake is done.
     *
     * @param connection the connection
     * @param nowNanos now
     */
    default void connectionOpened(ObservedConnection connection, long nowNanos) {}

    /**
     * A connection ended before its handshake was done.
     *
     * @param connection the connection
     * @param cause why; that the connection was lost, if nothing else is known
     * @param nowNanos now
     */
    default void handshakeFailed(ObservedConnection connection, ZmtpException.Reason cause, long nowNanos) {}

    /**
     * A connection whose handshake was done ended.
     *
     * @param connection the connection
     * @param nowNanos now
     */
    default void connectionClosed(ObservedConnection connection, long nowNanos) {}

    /**
     * Something that a peer sent, or should have been sent, was dropped.
     *
     * @param reason why
     * @param nowNanos now
     */
    default void dropped(DropReason reason, long nowNanos) {}

    /**
     * A second has passed. Not called while the event loop has no time; how late it came to it, the snapshot tells.
     *
     * @param snapshot how the broker is doing
     */
    default void sampled(BrokerSnapshot snapshot) {}
}
