package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;

/** A worker, as a {@link BrokerObserver} sees it. True during the call only, on the broker's event loop. */
public interface ObservedWorker {
    /**
     * Names it as long as the broker lives.
     *
     * @return its number, as {@link GdpBroker#drainWorker} takes it
     */
    long number();

    /**
     * What it works for.
     *
     * @return the service
     */
    ServiceName service();

    /**
     * Where it is.
     *
     * @return the address of its connection
     */
    String address();
}
