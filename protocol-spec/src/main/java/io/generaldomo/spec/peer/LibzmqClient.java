package io.generaldomo.spec.peer;

import java.time.Duration;

/**
 * A Majordomo client on libzmq that sends many requests and judges every reply; it begins when it is made. Safe for
 * use by several threads.
 */
public final class LibzmqClient {
    private final PeerHandle handle;

    LibzmqClient(PeerHandle handle) {
        this.handle = handle;
    }

    /**
     * Waits until the last request has its reply, or is given up.
     *
     * @param patience for all of them
     * @return what became of them
     */
    public ClientTally await(Duration patience) {
        return ClientTally.of(handle.await("done", patience));
    }

    /**
     * Waits for the next reply that came to its end, or was given up, and was not told yet; only for a load that is
     * {@linkplain ClientLoad#telling() telling}. With several connections replies are told in the order of their ends.
     *
     * @param patience how long
     * @return what came
     */
    public LibzmqReply awaitReply(Duration patience) {
        return LibzmqReply.of(handle.await("reply", patience));
    }

    /**
     * How far it is.
     *
     * @return what became of the requests until now
     */
    public ClientTally report() {
        return ClientTally.of(handle.call("report"));
    }

    /** Sends no more requests. {@link #await} returns when those under way are done. */
    public void stop() {
        handle.call("close");
    }
}
