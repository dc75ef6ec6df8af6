package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;

/**
 * The core's one way out: a connection, as the core sees it.
 *
 * <p>Called on the broker's event loop only. {@link #send}, {@link #pauseReading()} and {@link #close()} must not call the core back before they have returned;
 * what happens meanwhile, such as the loss of the connection, is reported later. {@link #resumeReading()} may: the core is at rest when it
 * calls that.
 */
interface PeerPort {
    /** Sends a command, and consumes it, also on failure. A command to a connection that is lost is dropped. */
    void send(Dialect dialect, Command command);

    /**
     * Stops reading from the connection until {@link #resumeReading()}. Commands that were read before may still be delivered to the core,
     * though better not: they count towards a queue that is full.
     */
    void pauseReading();

    /** Reads on. */
    void resumeReading();

    /** Whether the peer takes what it is sent. If not, {@link BrokerCore#onWritable} is called when it does again. */
    boolean isWritable();

    /** Closes the connection when what was sent is written. Not called but for a broker that ends. */
    void close();
}
