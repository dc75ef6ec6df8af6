package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a broker by their numbers, and what those that are closed have carried, by kind. Tells the observer of them. Confined to the
 * broker's event loop.
 */
final class ConnectionBook {
    /** Those that announced no type are the last. */
    private static final Comparator<Optional<SocketType>> KINDS = Comparator.comparing(type -> type.map(Enum::ordinal).orElse(Integer.MAX_VALUE));

    private final BrokerObserver observer;
    private final NavigableMap<Long, PeerHandler> present = new TreeMap<>();
    private final Map<Optional<SocketType>, Tally> closed = new TreeMap<>(KINDS);
    private long lastNumber;

    /** What connections of one kind carried. */
    private static final class Tally {
        private int open;
        private long opened;
        private long octetsIn;
        private long octetsOut;
        private long messagesIn;
        private long messagesOut;
        private long unwritableNanos;

        private void add(ConnectionMeter meter, long nowNanos) {
            opened++;
            octetsIn += meter.octetsIn;
            octetsOut += meter.octetsOut;
            messagesIn += meter.messagesIn;
            messagesOut += meter.messagesOut;
            unwritableNanos += meter.unwritableNanos(nowNanos);
        }

        private void add(Tally other) {
            opened += other.opened;
            octetsIn += other.octetsIn;
            octetsOut += other.octetsOut;
            messagesIn += other.messagesIn;
            messagesOut += other.messagesOut;
            unwritableNanos += other.unwritableNanos;
        }

        private BrokerSnapshot.Connections snapshot(Optional<SocketType> type) {
            return new BrokerSnapshot.Connections(
                    type, open, opened, octetsIn, octetsOut, messagesIn, messagesOut, Duration.ofNanos(unwritableNanos));
        }
    }

    ConnectionBook(BrokerObserver observer) {
        this.observer = observer;
    }

    /** A connection was accepted. */
    ConnectionMeter accepted(PeerHandler handler, String address, long nowNanos) {
        lastNumber++;
        present.put(lastNumber, handler);
        return new ConnectionMeter(lastNumber, address, nowNanos);
    }

    /** Its handshake is done. */
    void opened(ConnectionMeter meter, long nowNanos) {
        observer.connectionOpened(meter, nowNanos);
    }

    /** It is closed; the failure counts where the handshake was not done. */
    void closed(ConnectionMeter meter, ZmtpException.Reason failure, long nowNanos) {
        if (present.remove(meter.number()) == null) {
            return;
        }
        if (!meter.isOpen()) {
            observer.handshakeFailed(meter, failure, nowNanos);
            return;
        }
        tally(closed, meter.socketType()).add(meter, nowNanos);
        observer.connectionClosed(meter, nowNanos);
    }

    @Nullable PeerHandler find(long number) {
        return present.get(number);
    }

    /** Some connections, in the order in which they came, from after that number on. */
    List<ConnectionSnapshot> list(long after, int most, long nowNanos) {
        return present.tailMap(after, false).values().stream().limit(most).map(handler -> handler.meter().snapshot(nowNanos)).toList();
    }

    /** What there is of each kind that there has been. */
    List<BrokerSnapshot.Connections> totals(long nowNanos) {
        Map<Optional<SocketType>, Tally> all = new TreeMap<>(KINDS);
        closed.forEach((type, tally) -> tally(all, type).add(tally));
        for (PeerHandler handler : present.values()) {
            ConnectionMeter meter = handler.meter();
            if (meter.isOpen()) {
                Tally tally = tally(all, meter.socketType());
                tally.open++;
                tally.add(meter, nowNanos);
            }
        }
        return all.entrySet().stream().map(kind -> kind.getValue().snapshot(kind.getKey())).toList();
    }

    private static Tally tally(Map<Optional<SocketType>, Tally> kinds, Optional<SocketType> type) {
        return kinds.computeIfAbsent(type, unseen -> new Tally());
    }
}
