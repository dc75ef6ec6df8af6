package io.generaldomo.gdp.broker;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Peers that may be read again, until the core has finished what it is at. To read on can deliver the next command at once, and that must not
 * find a request half way between its queue and a worker. Confined to the broker's event loop.
 */
final class Resumptions {
    private final Queue<Peer> peers = new ArrayDeque<>();

    void add(Peer peer) {
        peers.add(peer);
    }

    /** Reads on from those that no barrier has stopped anew. The core is at rest, and may be entered again from here. */
    void run() {
        for (Peer peer = peers.poll(); peer != null; peer = peers.poll()) {
            peer.resumeIfFree();
        }
    }
}
