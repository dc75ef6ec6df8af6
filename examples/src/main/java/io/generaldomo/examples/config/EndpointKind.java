package io.generaldomo.examples.config;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import java.util.concurrent.CompletableFuture;

/** What the broker is to the peers of an endpoint. */
public enum EndpointKind {
    /** Whatever the peer needs. */
    AUTO("server and router"),
    /** For CLIENT peers. */
    SERVER("server"),
    /** For DEALER and REQ peers. */
    ROUTER("router");

    private final String told;

    EndpointKind(String told) {
        this.told = told;
    }

    /**
     * For people.
     *
     * @return the types of socket
     */
    public String told() {
        return told;
    }

    /**
     * Binds an endpoint of this kind.
     *
     * @param broker whose
     * @param address where
     * @return the endpoint with its actual port
     */
    public CompletableFuture<Endpoint> bind(GdpBroker broker, Endpoint address) {
        return switch (this) {
            case AUTO -> broker.bind(address.toString());
            case SERVER -> broker.bind(address.toString(), SocketType.SERVER);
            case ROUTER -> broker.bind(address.toString(), SocketType.ROUTER);
        };
    }
}
