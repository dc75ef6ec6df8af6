package io.generaldomo.zmtp.socket;

import java.time.Duration;
import java.util.List;

/** A socket of whatever implementation, driven by a test. */
interface Station extends AutoCloseable {
    Duration PATIENCE = Duration.ofSeconds(20);

    /** What RADIOs send to and DISHes join. */
    String GROUP = "group";

    /** A message as it arrived, and what {@link #send} needs to send to whom it came from. */
    record Arrival(Object from, List<byte[]> parts) {}

    String FREE_PORT = "tcp://127.0.0.1:*";

    /** Binds an address with a wildcard, and tells the endpoint. */
    String bind(String wildcard);

    /** Binds a free port of the loopback address, and tells the endpoint. */
    default String bind() {
        return bind(FREE_PORT);
    }

    void connect(String endpoint);

    /** Asks publishers for everything, or for the group {@link #GROUP}; for SUB, XSUB and DISH. */
    void subscribe();

    /** Sends to where a message came from; sockets that choose by themselves do not look at that. Fails if there is nobody to send to for so long. */
    void send(Object to, List<byte[]> parts, Duration patience);

    default void send(Object to, List<byte[]> parts) {
        send(to, parts, PATIENCE);
    }

    /** Fails if nothing has come after so long. */
    Arrival receive(Duration patience);

    default Arrival receive() {
        return receive(PATIENCE);
    }

    @Override
    void close();
}
