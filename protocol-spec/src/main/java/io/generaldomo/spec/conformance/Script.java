package io.generaldomo.spec.conformance;

import java.io.IOException;

/** What a case says to the peer, and what it expects to hear. Runs on a thread of the {@link Runner}. */
@FunctionalInterface
public interface Script {
    /**
     * Talks to the peer over a connection that was just made. Returns if the peer conforms.
     *
     * @param dialogue one connection; nothing has been sent on it
     * @throws Deviation   if the peer does not conform
     * @throws IOException if the connection cannot be used
     */
    void run(Dialogue dialogue) throws IOException;
}
