package io.generaldomo.gdp.broker;

import java.util.LinkedHashSet;
import java.util.Set;

/** Where peers are stopped: none of them is read from until it opens. Confined to the broker's event loop. */
final class Barrier {
    private final Set<Peer> stopped = new LinkedHashSet<>();
    private final Resumptions resumptions;

    Barrier(Resumptions resumptions) {
        this.resumptions = resumptions;
    }

    /** Stops a peer until this opens. */
    void stop(Peer peer) {
        if (stopped.add(peer)) {
            peer.pauseAt(this);
        }
    }

    /** A peer is not stopped here any more, or is not there any more. */
    void forget(Peer peer) {
        stopped.remove(peer);
    }

    /** Lets all go on, those that no other barrier stops. */
    void open() {
        if (stopped.isEmpty()) {
            return; // as after nearly every request: not even an iterator then
        }
        for (Peer peer : stopped) {
            peer.pass(this);
            resumptions.add(peer);
        }
        stopped.clear();
    }
}
