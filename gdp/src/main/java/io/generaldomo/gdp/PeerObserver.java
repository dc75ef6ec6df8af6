package io.generaldomo.gdp;

/**
 * Is told what happens in a {@link io.generaldomo.gdp.client.GdpClient} or a {@link io.generaldomo.gdp.worker.GdpWorker}: health checks, metrics and traces
 * are made of this.
 *
 * <p><b>Place.</b> Given to it by {@link ConnectionConfig#withObserver}. Every method does nothing unless overridden. One observer may serve several clients
 * and workers; it hears them together then.
 *
 * <p><b>Threads.</b> Called on the event loop of the client or worker: must not block. An observer that throws is logged, and nothing else comes of it.
 */
public interface PeerObserver {
    /** Does nothing. */
    PeerObserver NONE = new PeerObserver() {};

    /**
     * It is something else to its broker than before.
     *
     * @param state what it is now
     */
    default void stateChanged(PeerState state) {}

    /** One of its connections is ready, the first time or again. */
    default void connected() {}

    /** A connection that was ready was lost. */
    default void lost() {}

    /**
     * A request begins: a client's caller wants it, or a worker's handler gets it.
     *
     * @param service what it asks
     */
    default void requestBegan(ServiceName service) {}

    /**
     * A request ends, well or not. Each that began does so once, before the end of the client or worker.
     *
     * @param service what it asked
     * @param outcome how it ended
     * @param nanos how long it took, retries and waiting included
     */
    default void requestEnded(ServiceName service, RequestOutcome outcome, long nanos) {}
}
