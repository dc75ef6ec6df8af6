package io.generaldomo.zmtp.socket;

import java.time.Duration;
import java.util.List;

/** A socket of whatever implementation, driven by a test. */
interface Station extends AutoCloseable {
    Duration PATIENCE = Duration.ofSeconds(20);

    /** A message as it arrived, and what {@link #send} needs to send to whom it came from. */
    record Arrival(Object from, List<byte[]> parts) {}

    /** Binds a free port of the loopback address, and tells the endpoint. */
    String bind();

    void connect(String endpoint);

    /** Sends to where a message came from; sockets that choose by themselves do not look at that. */
    void send(Object to, List<byte[]> parts);

    Arrival receive();

    @Override
    void close();
}
