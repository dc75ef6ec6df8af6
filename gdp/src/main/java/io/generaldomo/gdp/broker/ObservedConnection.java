package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import java.util.Optional;

/** An accepted connection, as a {@link BrokerObserver} sees it. True during the call only, on the broker's event loop. */
public interface ObservedConnection {
    /**
     * Names it as long as the broker lives.
     *
     * @return its number, as {@link GdpBroker#disconnect} takes it
     */
    long number();

    /**
     * Where the peer is.
     *
     * @return its address
     */
    String address();

    /**
     * What the peer is.
     *
     * @return the type of socket that it announced; empty before that, or if it announced none
     */
    Optional<SocketType> socketType();

    /**
     * Who the peer is.
     *
     * @return the user, if the broker asks for one and the handshake is done
     */
    Optional<String> user();

    /**
     * When it was accepted.
     *
     * @return an instant in nanoseconds
     */
    long acceptedNanos();
}
