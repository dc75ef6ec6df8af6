package io.generaldomo.gdp;

/** How a request ended, for a client or for a worker. */
public enum RequestOutcome {
    /** The reply is complete. */
    REPLIED,
    /** A client waited too long. */
    TIMED_OUT,
    /** The broker was lost with it; of a worker, the broker has given it to another one. */
    LOST,
    /** A client was refused, or has too many requests waiting; a worker's handler failed. */
    FAILED,
    /** A client's caller does not want it any more, or the client was closed. */
    CANCELLED
}
