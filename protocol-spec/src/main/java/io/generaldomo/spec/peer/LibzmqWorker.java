package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Majordomo worker on libzmq; it registers when it is made. Safe for use by several threads. */
public final class LibzmqWorker {
    private final PeerHandle handle;

    LibzmqWorker(PeerHandle handle) {
        this.handle = handle;
    }

    /**
     * Waits for a request, at a worker that holds them.
     *
     * @param patience how long
     * @return the request's body frames
     */
    public List<byte[]> awaitRequest(Duration patience) {
        return handle.await("request", patience).frames();
    }

    /** Sends the next part of the reply to the request in hand; the plan tells how many there are. */
    public void sendPartial() {
        handle.call("partial");
    }

    /** Replies to the request in hand, the oldest if there are several: with the parts that are left, and its own body. */
    public void release() {
        handle.call("release");
    }

    /**
     * Waits for a DISCONNECT from the broker. The worker registers anew after it.
     *
     * @param patience how long
     */
    public void awaitDisconnect(Duration patience) {
        handle.await("disconnect", patience);
    }

    /**
     * Counts until now.
     *
     * @return what the worker sent and received
     */
    public WorkerTally report() {
        return WorkerTally.of(handle.call("report"));
    }

    /** Sends DISCONNECT, and closes the connection a second later. */
    public void leave() {
        handle.call("stop", Map.of("goodbye", "true"));
    }

    /** Closes the connection without a word. */
    public void vanish() {
        handle.call("stop", Map.of("goodbye", "false"));
    }
}
