package io.generaldomo.spec.sniff;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as somebody sees it who reads both ways. Octets go in, in the order in which they were sent on each side; what they are comes out, as soon as it is whole.
 * Never throws because of octets. Confined: not for several threads at once.
 */
public final class Conversation {
    private final int number;
    private final Consumer<Sighting> listener;
    private final Speaker connector;
    private final Speaker listening;
    private final StreamReader fromConnector;
    private final StreamReader fromListener;
    private @Nullable Instant now;

    /**
     * A connection.
     *
     * @param number its number, from 1
     * @param connector name of the side that connects, until it tells its type of socket
     * @param listener name of the other side, likewise
     * @param fromTheStart whether the first octets will be the first of the connection; otherwise they may be any
     * @param sightings told of all that is seen, at once, by the thread that brings the octets
     */
    public Conversation(int number, String connector, String listener, boolean fromTheStart, Consumer<Sighting> sightings) {
        this.number = number;
        this.listener = sightings;
        this.connector = new Speaker(connector);
        this.listening = new Speaker(listener);
        this.fromConnector = new StreamReader(fromTheStart, this.connector, this.listening, unit -> tell(Side.CONNECTOR, unit));
        this.fromListener = new StreamReader(fromTheStart, this.listening, this.connector, unit -> tell(Side.LISTENER, unit));
    }

    /**
     * The next octets of a side.
     *
     * @param from whose they are
     * @param time when they were seen; null if nobody knows
     * @param octets the octets, any number
     */
    public void octets(Side from, @Nullable Instant time, byte[] octets) {
        now = time;
        reader(from).stream().octets(octets);
    }

    /**
     * Octets that a side sent and nobody saw.
     *
     * @param from whose they are
     * @param time when that was noticed
     * @param count how many
     */
    public void missing(Side from, @Nullable Instant time, long count) {
        now = time;
        reader(from).stream().missing(count);
    }

    /**
     * Nothing more comes from a side.
     *
     * @param from which one
     * @param time when
     */
    public void end(Side from, @Nullable Instant time) {
        now = time;
        reader(from).end();
    }

    /**
     * Something about the connection itself.
     *
     * @param from who did it
     * @param time when
     * @param text what, peer octets escaped
     */
    public void event(Side from, @Nullable Instant time, String text) {
        now = time;
        tell(from, new Unit(Kind.CONNECTION, text, Map.of(), 0, new byte[0]));
    }

    private StreamReader reader(Side side) {
        return side == Side.CONNECTOR ? fromConnector : fromListener;
    }

    private void tell(Side from, Unit unit) {
        listener.accept(new Sighting(now, number, from, connector.name(), listening.name(), unit));
    }
}
