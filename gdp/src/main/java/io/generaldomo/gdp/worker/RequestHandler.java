package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpMessage;

/** What a worker does for its service. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Answers a request. Called on the worker's executor, by as many threads at the same time as the worker has registrations; may block.
     *
     * @param request what the client asks
     * @return the reply
     * @throws Exception if there is no reply: Majordomo has no way to tell the client, so the worker leaves the broker and registers anew, and
     *     the broker gives the request to another worker
     */
    GdpMessage handle(GdpMessage request) throws Exception;
}
