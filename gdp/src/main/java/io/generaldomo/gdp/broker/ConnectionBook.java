package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
    private final BrokerObserver observer;
    private final NavigableMap<Long, PeerHandler> present = new TreeMap<>();
    private final Map<SocketType, Tally> closed = new EnumMap<>(SocketType.class);
    private final Tally closedUntold = new Tally();
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
    void closed(ConnectionMeter meter, String failure, long nowNanos) {
        if (present.remove(meter.number()) == null) {
            return;
        }
        if (!meter.isOpen()) {
            observer.handshakeFailed(meter, failure, nowNanos);
            return;
        }
        tally(closed, closedUntold, meter.socketType()).add(meter, nowNanos);
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
        Map<SocketType, Tally> all = new EnumMap<>(SocketType.class);
        Tally untold = new Tally();
        closed.forEach((type, tally) -> tally(all, untold, Optional.of(type)).add(tally));
        untold.add(closedUntold);
        for (PeerHandler handler : present.values()) {
            ConnectionMeter meter = handler.meter();
            if (meter.isOpen()) {
                Tally tally = tally(all, untold, meter.socketType());
                tally.open++;
                tally.add(meter, nowNanos);
            }
        }
        List<BrokerSnapshot.Connections> totals = new ArrayList<>();
        all.forEach((type, tally) -> totals.add(tally.snapshot(Optional.of(type))));
        if (untold.opened > 0) {
            totals.add(untold.snapshot(Optional.empty()));
        }
        return totals;
    }

    private static Tally tally(Map<SocketType, Tally> kinds, Tally untold, Optional<SocketType> type) {
        return type.isEmpty() ? untold : kinds.computeIfAbsent(type.get(), unseen -> new Tally());
    }
}
