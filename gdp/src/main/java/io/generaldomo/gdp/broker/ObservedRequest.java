package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.Optional;

/** A request, as a {@link BrokerObserver} sees it. True during the call only, on the broker's event loop. */
public interface ObservedRequest {
    /**
     * Names the request as long as the broker lives.
     *
     * @return 1 for the first one that it accepted
     */
    long number();

    /**
     * What it asks.
     *
     * @return the service
     */
    ServiceName service();

    /**
     * Where it came from.
     *
     * @return the address of the client's connection
     */
    String client();

    /**
     * Who asks.
     *
     * @return the user, if the broker asks for one
     */
    Optional<String> user();

    /**
     * How large it is.
     *
     * @return octets of its body
     */
    long octets();

    /**
     * How often it was dispatched.
     *
     * @return zero before the first time
     */
    int tries();

    /**
     * When it was accepted.
     *
     * @return an instant in nanoseconds
     */
    long acceptedNanos();

    /**
     * When it was dispatched last.
     *
     * @return an instant in nanoseconds; that of its acceptance if it was not dispatched yet
     */
    long dispatchedNanos();
}
