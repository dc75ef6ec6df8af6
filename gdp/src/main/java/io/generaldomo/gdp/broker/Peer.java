package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and all that the core knows about it: as a client, as a worker, or as both. Made by the edge, given back to it never.
 *
 * <p>Confined to the broker's event loop.
 */
final class Peer {
    private final String name;
    private final PeerPort port;

    /** What it is registered as, if it is. */
    @Nullable Worker worker;

    /** Its requests that wait, by service; no empty lane stays. */
    final Map<Service, Lane> lanes = new HashMap<>(2);

    /** Its requests that a worker holds. */
    final Chain<Request> held = new Chain<>();

    /** The gates that keep the broker from reading on. */
    private final List<Gate> gates = new ArrayList<>(0);

    private boolean paused;
    private boolean gone;
    private boolean suspected;

    /** A connection that is sent to through this port; the name is for logs, and made of nothing that the peer chose. */
    Peer(String name, PeerPort port) {
        this.name = name;
        this.port = port;
    }

    void send(Dialect dialect, Command command) {
        if (gone) {
            command.release();
        } else {
            port.send(dialect, command);
        }
    }

    boolean isGone() {
        return gone;
    }

    /** From here on nothing is sent to it. */
    void leave() {
        gone = true;
        passAll();
    }

    /** Stops reading, until each gate that asked for it is open. */
    void pauseAt(Gate gate) {
        gates.add(gate);
        if (!paused) {
            paused = true;
            port.pauseReading();
        }
    }

    /** One gate is open again. */
    void passThrough(Gate gate) {
        gates.remove(gate);
    }

    /** Stops at no gate any more. */
    void passAll() {
        gates.forEach(gate -> gate.forget(this));
        gates.clear();
    }

    /** Reads on if it was stopped, and no gate stops it any more. */
    void resumeIfFree() {
        if (paused && gates.isEmpty() && !gone) {
            paused = false;
            port.resumeReading();
        }
    }

    /** True the first time only: what a hostile peer repeats at wire speed must not fill a log. */
    boolean isFirstSuspicion() {
        boolean first = !suspected;
        suspected = true;
        return first;
    }

    /** The name of the connection. */
    @Override
    public String toString() {
        return name;
    }
}
