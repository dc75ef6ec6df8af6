package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ConnectionLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the connections of a bound endpoint and says when there are too many. Confined to the endpoint's event loop. */
final class ConnectionCount {
    private static final class Tally {
        private int connections;
        private int handshakes;
    }

    private final Supplier<ConnectionLimits> allowed;
    private final Tally all = new Tally();
    private final Map<Origin, Tally> origins = new HashMap<>();

    /** The limits are asked for anew each time. */
    ConnectionCount(Supplier<ConnectionLimits> allowed) {
        this.allowed = allowed;
    }

    /** Why no connection can be taken from there at present; empty if one can. */
    Optional<String> objection(Origin origin) {
        ConnectionLimits limits = allowed.get();
        if (all.connections >= limits.connections()) {
            return Optional.of("there are " + limits.connections() + " connections already");
        }
        if (all.handshakes >= limits.handshakes()) {
            return Optional.of(limits.handshakes() + " handshakes are under way already");
        }
        Tally there = origins.getOrDefault(origin, new Tally());
        if (there.connections >= limits.connectionsPerAddress()) {
            return Optional.of("there are " + limits.connectionsPerAddress() + " connections from its address already");
        }
        if (there.handshakes >= limits.handshakesPerAddress()) {
            return Optional.of(limits.handshakesPerAddress() + " handshakes with its address are under way already");
        }
        return Optional.empty();
    }

    /** A connection whose handshake begins. */
    void opened(Origin origin) {
        Tally there = origins.computeIfAbsent(origin, unseen -> new Tally());
        all.connections++;
        all.handshakes++;
        there.connections++;
        there.handshakes++;
    }

    /** The handshake of a connection is over, well or not. Comes before {@link #closed}. */
    void handshakeEnded(Origin origin) {
        all.handshakes--;
        origins.getOrDefault(origin, new Tally()).handshakes--;
    }

    void closed(Origin origin) {
        all.connections--;
        Tally there = origins.getOrDefault(origin, new Tally());
        there.connections--;
        if (there.connections <= 0) {
            origins.remove(origin);
        }
    }
}
