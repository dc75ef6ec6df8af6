package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;

/**
 * Takes the reply to one request, part by part. For one thread at a time, while the handler runs.
 *
 * <p>Where the dialect of the worker has no partial replies (all but MDP 0.2 in its forms), the parts are joined here, and go out as one with the
 * final one.
 */
public interface ReplySink {
    /**
     * Sends a part. Waits while earlier ones are not on their way, because the broker or the client takes them more slowly than they are made.
     *
     * @param part some frames of the reply
     * @throws InterruptedException if the thread is interrupted, as it is when a worker with threads of its own is closed
     * @throws GdpException BROKER_LOST if nobody waits for the reply any more
     * @throws IllegalStateException if the reply is finished, or the parts to be joined are more than one reply may have frames
     */
    void partial(GdpMessage part) throws InterruptedException;

    /**
     * Sends the last part, and ends the reply.
     *
     * @param last the last frames of the reply; may be empty
     * @throws GdpException BROKER_LOST if nobody waits for the reply any more
     * @throws IllegalStateException as for {@link #partial}
     */
    void finish(GdpMessage last);
}
