package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.socket.ZmtpRouter.Namesake;
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
     * @return an id, which a peer that has it already loses; empty if the new peer is to be turned away
     */
    Optional<RoutingId> next(ZmtpPeer peer, Predicate<RoutingId> inUse);

    /**
     * A routing id for a peer that is not known yet.
     *
     * @param inUse whether a connected peer has an id
     * @return an id that is not in use
     */
    RoutingId unused(Predicate<RoutingId> inUse);

    /** Numbers that the peer has no influence on: a counter from a random start, never zero (RFC 41/CLISRV, "routing id"). */
    static PeerNames numbered() {
        return new Counter(0);
    }

    /** What the peer announced, else a zero octet and a counter (RFC 28/REQREP, ROUTER). */
    static PeerNames announced(Namesake namesake) {
        return new Announced(namesake);
    }

    /** The identities of peers, as far as they have one. */
    final class Announced implements PeerNames {
        private final PeerNames anonymous = new Counter(1);
        private final Namesake namesake;

        private Announced(Namesake namesake) {
            this.namesake = namesake;
        }

        @Override
        public Optional<RoutingId> next(ZmtpPeer peer, Predicate<RoutingId> inUse) {
            byte[] identity = peer.identity();
            if (identity.length == 0) {
                return anonymous.next(peer, inUse);
            }
            return Optional.of(RoutingId.of(identity)).filter(id -> namesake == Namesake.TAKES_OVER || !inUse.test(id));
        }

        @Override
        public RoutingId unused(Predicate<RoutingId> inUse) {
            return anonymous.unused(inUse);
        }
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
            return Optional.of(unused(inUse));
        }

        @Override
        public RoutingId unused(Predicate<RoutingId> inUse) {
            RoutingId id;
            do {
                last = last == -1 ? 1 : last + 1;
                id = idOf(last);
            } while (inUse.test(id));
            return id;
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
