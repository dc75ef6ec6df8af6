package io.generaldomo.gdp.broker;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** In the flight recorder: a worker is sent a request. */
@Name("io.generaldomo.RequestDispatched")
@Label("Request dispatched")
@Category("Generaldomo")
@StackTrace(false)
final class RequestDispatchedEvent extends Event {
    @Label("Request")
    long request;

    @Label("Service")
    String service;

    @Label("Client")
    String client;

    @Label("Worker")
    long worker;

    @Label("Tries")
    int tries;

    @Label("Since its acceptance")
    @Timespan(Timespan.NANOSECONDS)
    long sinceAccepted;
}
