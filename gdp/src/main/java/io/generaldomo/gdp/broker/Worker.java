package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;

/**
 * A registration: one connection that works for one service. It is idle while it holds no request, and busy while it holds one; in some dialects a busy
 * one takes more. Confined to the broker's event loop.
 */
final class Worker implements ObservedWorker {
    /** Names it for people and programs, as long as the broker lives. */
    final long id;

    final Peer peer;
    final Dialect dialect;
    final Service service;
    final long registeredNanos;

    /** The requests that it holds, by the order in which it got them. */
    final Chain<Holding> held = new Chain<>();

    /** Requests that it reported on, and may report on again. */
    final Chain<Holding> reporting = new Chain<>();

    /** Its place among the idle workers of its service, or among the busy ones that take more. */
    final Chain.Link<Worker> place = new Chain.Link<>(this);

    /** How long it may be silent; runs only while it is idle. */
    final Lease<Worker> silence = new Lease<>(this);

    /** When it gets its next heartbeat. */
    final Lease<Worker> heartbeat = new Lease<>(this);

    private final int capacity;
    private final Chain<Holding> spares = new Chain<>();
    private boolean leaving;

    /** A worker that is sent up to {@code capacity} requests at a time. */
    Worker(long id, Peer peer, Dialect dialect, Service service, int capacity, long nowNanos) {
        this.id = id;
        this.peer = peer;
        this.dialect = dialect;
        this.service = service;
        this.capacity = capacity;
        this.registeredNanos = nowNanos;
    }

    /** It has a request. The holding goes on with the object of an earlier one, if there is one. */
    Holding holding(Request request, int token) {
        Holding again = spares.poll();
        if (again == null) {
            return new Holding(this, request, token);
        }
        again.begin(request, token);
        return again;
    }

    /** Has no use for a holding but for another one: it was closed for good. */
    void reuse(Holding over) {
        spares.addFirst(over.place);
    }

    void send(Command command) {
        peer.send(dialect, command);
    }

    boolean isBusy() {
        return !held.isEmpty();
    }

    /** Whether it may be sent one more request. */
    boolean hasRoom() {
        return !leaving && held.size() < capacity;
    }

    /** From here on it is sent no request. */
    void beginLeaving() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    @Override
    public long number() {
        return id;
    }

    @Override
    public ServiceName service() {
        return service.name;
    }

    @Override
    public String address() {
        return peer.toString();
    }
}
