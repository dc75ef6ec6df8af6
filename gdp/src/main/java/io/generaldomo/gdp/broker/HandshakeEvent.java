package io.generaldomo.gdp.broker;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** In the flight recorder: a handshake is done, or has failed. */
@Name("io.generaldomo.Handshake")
@Label("Handshake")
@Category("Generaldomo")
@StackTrace(false)
final class HandshakeEvent extends Event {
    @Label("Connection")
    long connection;

    @Label("Address")
    String address;

    @Label("Socket type")
    String socketType;

    @Label("User")
    String user;

    @Label("Failure, if it failed")
    String failure;

    @Label("Time taken")
    @Timespan(Timespan.NANOSECONDS)
    long taken;
}
