package io.generaldomo.gdp.broker;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** In the flight recorder: a client is sent the last part of its reply. */
@Name("io.generaldomo.RequestReplied")
@Label("Request replied")
@Category("Generaldomo")
@StackTrace(false)
final class RequestRepliedEvent extends Event {
    @Label("Request")
    long request;

    @Label("Service")
    String service;

    @Label("Client")
    String client;

    @Label("Worker")
    long worker;

    @Label("Time at the worker")
    @Timespan(Timespan.NANOSECONDS)
    long processing;

    @Label("Since its acceptance")
    @Timespan(Timespan.NANOSECONDS)
    long sinceAccepted;
}
