package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;

/**
 * The core's one way out: a connection, as the core sees it.
 *
 * <p>Called on the broker's event loop only. {@link #send} and {@link #pauseReading()} must not call the core back before they have returned; what
 * happens meanwhile, such as the loss of the connection, is reported later. {@link #resumeReading()} may: the core is at rest when it
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
}
