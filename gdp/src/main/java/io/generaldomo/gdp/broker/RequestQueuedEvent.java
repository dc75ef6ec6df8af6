package io.generaldomo.gdp.broker;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** In the flight recorder: a request waits for a worker. */
@Name("io.generaldomo.RequestQueued")
@Label("Request queued")
@Category("Generaldomo")
@StackTrace(false)
final class RequestQueuedEvent extends Event {
    @Label("Request")
    long request;

    @Label("Service")
    String service;

    @Label("Client")
    String client;

    @Label("Octets")
    long octets;

    @Label("Tries")
    int tries;
}
