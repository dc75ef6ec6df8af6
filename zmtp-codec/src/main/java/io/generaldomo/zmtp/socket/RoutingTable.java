package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpPeer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The peers that are connected, by routing id. Confined to the socket's event loop. */
final class RoutingTable {
    private final PeerNames names;
    private final Map<RoutingId, LivePeer> peers = new HashMap<>();

    RoutingTable(PeerNames names) {
        this.names = names;
    }

    Optional<RoutingId> name(ZmtpPeer peer) {
        return names.next(peer, peers::containsKey);
    }

    void add(LivePeer peer) {
        peers.put(peer.routingId(), peer);
    }

    void remove(LivePeer peer) {
        peers.remove(peer.routingId(), peer);
    }

    @Nullable LivePeer find(RoutingId id) {
        return peers.get(id);
    }

    boolean contains(LivePeer peer) {
        return peers.get(peer.routingId()) == peer;
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /** A copy, to be gone through while peers come and go. */
    List<LivePeer> peers() {
        return List.copyOf(peers.values());
    }
}
