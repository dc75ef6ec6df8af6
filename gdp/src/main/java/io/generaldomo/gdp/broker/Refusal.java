package io.generaldomo.gdp.broker;

/** Why a request or a registration was not accepted. */
public enum Refusal {
    /** The queue of the service, or of the broker, is overrun. */
    QUEUE_FULL,
    /** There is no room for another service, or the name is too long. */
    TOO_MANY_SERVICES,
    /** The broker is ending. */
    DRAINING,
    /** The user may not do that. */
    DENIED,
    /** A filter did not let it through. */
    FILTERED
}
