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
    private final Map<RoutingId, Link> named = new HashMap<>();

    RoutingTable(PeerNames names) {
        this.names = names;
    }

    /** The name for a peer that a link has found: that of the link if it has one, else one by what the peer announced. */
    Optional<RoutingId> name(ZmtpPeer peer, Link link) {
        return link.name() == null ? names.next(peer, this::isInUse) : Optional.of(link.name());
    }

    RoutingId unusedName() {
        return names.unused(this::isInUse);
    }

    boolean isInUse(RoutingId id) {
        return peers.containsKey(id) || named.containsKey(id);
    }

    /** A link that has a name is the way to the peer of that name, whether it is connected or not. */
    void reserve(RoutingId id, Link link) {
        named.put(id, link);
    }

    /** A link that had a name is no way any more. */
    void release(Link link) {
        named.values().remove(link);
    }

    /** The way to a peer, or null if there is none of that name. */
    @Nullable Link linkTo(RoutingId id) {
        Link link = named.get(id);
        LivePeer peer = link == null ? peers.get(id) : null;
        return peer == null ? link : peer.link();
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
