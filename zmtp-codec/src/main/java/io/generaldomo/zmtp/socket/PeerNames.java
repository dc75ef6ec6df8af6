package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpPeer;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Gives peers their routing ids. Confined to the socket's event loop. */
interface PeerNames {
    /**
     * The routing id for a new peer.
     *
     * @param peer who it is
     * @param inUse whether a connected peer has an id
     * @return an id that is not in use, or empty if the peer is to be turned away
     */
    Optional<RoutingId> next(ZmtpPeer peer, Predicate<RoutingId> inUse);

    /** Numbers that the peer has no influence on: a counter from a random start, never zero (RFC 41/CLISRV, "routing id"). */
    static PeerNames numbered() {
        return new Counter(0);
    }

    /** What the peer announced, else a zero octet and a counter; nobody gets an id that is in use (RFC 28/REQREP, ROUTER). */
    static PeerNames announced() {
        PeerNames anonymous = new Counter(1);
        return (peer, inUse) -> {
            byte[] identity = peer.identity();
            if (identity.length == 0) {
                return anonymous.next(peer, inUse);
            }
            return Optional.of(RoutingId.of(identity)).filter(inUse.negate());
        };
    }

    /** Counts on through four octets, after some octets of zero. */
    final class Counter implements PeerNames {
        private final int zeros;
        private int last = ThreadLocalRandom.current().nextInt();

        private Counter(int zeros) {
            this.zeros = zeros;
        }

        @Override
        public Optional<RoutingId> next(ZmtpPeer peer, Predicate<RoutingId> inUse) {
            RoutingId id;
            do {
                last = last == -1 ? 1 : last + 1;
                id = idOf(last);
            } while (inUse.test(id));
            return Optional.of(id);
        }

        private RoutingId idOf(int number) {
            byte[] octets = new byte[zeros + Integer.BYTES];
            for (int i = 0; i < Integer.BYTES; i++) {
                octets[zeros + i] = (byte) (number >>> 8 * (Integer.BYTES - 1 - i));
            }
            return RoutingId.of(octets);
        }
    }
}
