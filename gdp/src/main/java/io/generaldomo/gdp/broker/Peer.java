package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and all that the core knows about it: as a client, as a worker, or as both. Made by the edge, given back to it never.
 *
 * <p>Confined to the broker's event loop.
 */
final class Peer {
    /** Of a client that has many requests under way at times: so many go on from one to the next without new objects. */
    private static final int MOST_SPARES = 128;

    private final String name;
    private final PeerPort port;

    /** Who it was found to be, if the broker has somebody who finds out. */
    final Optional<String> user;

    /** What it is registered as, if it is. */
    @Nullable Worker worker;

    /** Its requests that wait, by service; no empty lane stays. */
    final Map<Service, Lane> lanes = new IdentityHashMap<>(2);

    /** Its requests that a worker holds. */
    final Chain<Request> held = new Chain<>();

    /** What keeps the broker from reading on. */
    private final List<Barrier> barriers = new ArrayList<>(0);

    /** Where workers stop that stream to it while it does not read; null if none ever did. */
    private @Nullable Barrier streams;

    private final Chain<Request> spares = new Chain<>();
    private @Nullable Lane spareLane;
    private boolean paused;
    private boolean gone;
    private boolean suspected;
    private boolean denied;

    /** A connection that is sent to through this port; the name is for logs, and made of nothing that the peer chose. */
    Peer(String name, Optional<String> user, PeerPort port) {
        this.name = name;
        this.user = user;
        this.port = port;
    }

    void send(Dialect dialect, Command command) {
        if (gone) {
            command.release();
        } else {
            port.send(dialect, command);
        }
    }

    /** It asks for something. The request goes on with the object of an earlier one, if there is one. */
    Request request(Dialect dialect, Service service, int ticket, Body body) {
        Request again = spares.poll();
        if (again == null) {
            return new Request(this, dialect, service, ticket, body);
        }
        again.begin(dialect, service, ticket, body);
        return again;
    }

    /** Has no use for a request but for another one: it has ended, and no worker has it. */
    void reuse(Request over) {
        if (spares.size() < MOST_SPARES) {
            spares.addFirst(over.place);
        }
    }

    /** Where its requests to a service wait, opened if need be. */
    Lane openLane(Service service) {
        Lane lane = lanes.get(service);
        if (lane == null) {
            lane = spareLane == null ? new Lane() : spareLane;
            spareLane = null;
            lanes.put(service, lane);
        }
        return lane;
    }

    /** None of its requests waits for a service any more. */
    void closeLane(Service service) {
        spareLane = lanes.remove(service);
    }

    boolean isGone() {
        return gone;
    }

    /** From here on nothing is sent to it. */
    void leave() {
        gone = true;
        passAll();
        readsAgain();
    }

    /** Closes the connection, once it has what it was sent. */
    void close() {
        port.close();
    }

    /** Stops a worker that streams to this client, if this client does not take what it is sent. */
    void stopIfBehind(Peer from, Resumptions resumptions) {
        if (gone || from == this || port.isWritable()) {
            return;
        }
        if (streams == null) {
            streams = new Barrier(resumptions);
        }
        streams.stop(from);
    }

    /** It takes what it is sent, or will never do so: nobody stops for it. */
    void readsAgain() {
        if (streams != null) {
            streams.open();
        }
    }

    /** Stops reading, until each barrier that asked for it is open. */
    void pauseAt(Barrier barrier) {
        barriers.add(barrier);
        if (!paused) {
            paused = true;
            port.pauseReading();
        }
    }

    /** One barrier is open again. */
    void pass(Barrier barrier) {
        barriers.remove(barrier);
    }

    /** Stops at no barrier any more. */
    void passAll() {
        barriers.forEach(barrier -> barrier.forget(this));
        barriers.clear();
    }

    /** Reads on if it was stopped, and no barrier stops it any more. */
    void resumeIfFree() {
        if (paused && barriers.isEmpty() && !gone) {
            paused = false;
            port.resumeReading();
        }
    }

    /** Whether it waits for no reply. */
    boolean hasNoRequest() {
        return held.isEmpty() && lanes.isEmpty();
    }

    /** True the first time only: what a hostile peer repeats at wire speed must not fill a log. */
    boolean isFirstSuspicion() {
        boolean first = !suspected;
        suspected = true;
        return first;
    }

    /** True the first time only, for the same reason. */
    boolean isFirstDenial() {
        boolean first = !denied;
        denied = true;
        return first;
    }

    /** The name of the connection. */
    @Override
    public String toString() {
        return name;
    }
}
