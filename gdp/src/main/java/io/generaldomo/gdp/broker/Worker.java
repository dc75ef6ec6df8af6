package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import org.jspecify.annotations.Nullable;

/** A registration: one connection that works for one service, on one request at a time. Confined to the broker's event loop. */
final class Worker {
    final Peer peer;
    final Dialect dialect;
    final Service service;

    /** Its place among the idle workers of its service; linked exactly while it is idle. */
    final Chain.Link<Worker> idle = new Chain.Link<>(this);

    /** How long it may be silent; runs only while it is idle. */
    final Lease<Worker> silence = new Lease<>(this);

    /** When it gets its next heartbeat. */
    final Lease<Worker> heartbeat = new Lease<>(this);

    private @Nullable Request request;
    private int token;

    Worker(Peer peer, Dialect dialect, Service service) {
        this.peer = peer;
        this.dialect = dialect;
        this.service = service;
    }

    void send(Command command) {
        peer.send(dialect, command);
    }

    boolean isBusy() {
        return request != null;
    }

    void hold(Request toHold, int withToken) {
        request = toHold;
        token = withToken;
    }

    /** Whether a reply with this token is one to the request that this worker holds. */
    boolean holds(int otherToken) {
        return request != null && token == otherToken;
    }

    /** The request that it holds; null if it holds none. */
    @Nullable Request request() {
        return request;
    }

    /** Takes away the request; null if it holds none. */
    @Nullable Request letGo() {
        Request held = request;
        request = null;
        return held;
    }
}
