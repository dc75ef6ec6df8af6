package io.generaldomo.gdp.broker;

import java.util.HexFormat;

/**
 * One worker has one request: from the moment it is sent the request to its last reply, or to the end of its registration. A request that is
 * given to another worker is another holding, with another token; a worker's next request may be the same object {@linkplain #begin begun anew}. Confined
 * to the broker's event loop.
 */
final class Holding {
    final Worker worker;
    Request request;

    /** What the worker gets as the client's address. */
    int token;

    /** Its place among those of its worker. */
    final Chain.Link<Holding> place = new Chain.Link<>(this);

    /** How long it may go on: for the service's processing limit, later for further reports. */
    final Lease<Holding> lease = new Lease<>(this);

    private boolean reporting;

    Holding(Worker worker, Request request, int token) {
        this.worker = worker;
        this.request = request;
        this.token = token;
    }

    /** Becomes another holding of its worker: nobody knows it as what it was. */
    void begin(Request another, int anotherToken) {
        request = another;
        token = anotherToken;
        reporting = false;
    }

    /** The request has its reply, and may have further reports. */
    void beginReporting() {
        reporting = true;
    }

    boolean isReporting() {
        return reporting;
    }

    /** What a log calls a request by while a worker has it. */
    static String name(int token) {
        return HexFormat.of().toHexDigits(token);
    }
}
