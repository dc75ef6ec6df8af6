package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpMessage;

/** What a worker does for its service, if it answers in parts. */
@FunctionalInterface
public interface StreamHandler {
    /**
     * Answers a request. Called on the worker's executor, by as many threads at the same time as the worker has registrations; may block.
     *
     * @param request what the client asks
     * @param replies takes the parts of the reply; {@link ReplySink#finish} is called before this method returns
     * @throws Exception if there is no reply, as in {@link RequestHandler#handle}; a client that was sent parts already then waits in vain
     */
    void handle(GdpMessage request, ReplySink replies) throws Exception;
}
