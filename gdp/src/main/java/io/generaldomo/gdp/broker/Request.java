package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's request from its acceptance to its end. It waits in a queue or is held by a worker, again and again if workers die.
 *
 * <p>Owns one reference of its body until it ends, so that another worker can get it. A client's next request may be the same object {@linkplain #begin
 * begun anew}. Confined to the broker's event loop.
 */
final class Request implements ObservedRequest {
    final Peer client;
    Dialect dialect;
    Service service;

    /** What its client calls it by. */
    int ticket;

    /** Where it is: in its client's lane while it waits, among its client's held requests while a worker has it. */
    final Chain.Link<Request> place = new Chain.Link<>(this);

    /** Its place among all that wait for its service, the one that waits longest first. */
    final Chain.Link<Request> age = new Chain.Link<>(this);

    /** How long it may wait. */
    final Lease<Request> patience = new Lease<>(this);

    /** Partial replies that wait for the final one; null if there are none. Kept and dropped by {@link Joiner} alone. */
    @Nullable KeptReplies kept;

    /** Since when it waits. */
    long waitingSince;

    /** Names it for people and programs, as long as the broker lives. */
    private long number;

    private long acceptedNanos;
    private long dispatchedNanos;

    private long octets;
    private Body body;
    private int tries;
    private boolean begun;
    private boolean ended;

    Request(Peer client, Dialect dialect, Service service, int ticket, Body body) {
        this.client = client;
        this.dialect = dialect;
        this.service = service;
        this.ticket = ticket;
        this.body = body;
        this.octets = body.octets();
    }

    /** Becomes another request of its client: it has ended, and no worker has it. */
    void begin(Dialect another, Service anotherService, int anotherTicket, Body anotherBody) {
        dialect = another;
        service = anotherService;
        ticket = anotherTicket;
        body = anotherBody;
        octets = anotherBody.octets();
        tries = 0;
        begun = false;
        ended = false;
    }

    /** The broker accepts it. */
    void accepted(long itsNumber, long nowNanos) {
        number = itsNumber;
        acceptedNanos = nowNanos;
        dispatchedNanos = nowNanos;
    }

    /** Octets of the body, as they count towards limits. */
    @Override
    public long octets() {
        return octets;
    }

    /** Before it waits, or is held for a long time: small bodies must not pin large read buffers. */
    void compact() {
        body = body.compacted();
    }

    /** The body for one more worker; the reference passes to the caller. */
    Body bodyForTry(long nowNanos) {
        tries++;
        dispatchedNanos = nowNanos;
        return body.retain();
    }

    @Override
    public int tries() {
        return tries;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public ServiceName service() {
        return service.name;
    }

    @Override
    public String client() {
        return client.toString();
    }

    @Override
    public Optional<String> user() {
        return client.user;
    }

    @Override
    public long acceptedNanos() {
        return acceptedNanos;
    }

    @Override
    public long dispatchedNanos() {
        return dispatchedNanos;
    }

    /** Its client got the beginning of the reply, and must not get it again. */
    void begin() {
        begun = true;
    }

    boolean isBegun() {
        return begun;
    }

    boolean isEnded() {
        return ended;
    }

    /** Ends the request. Happens once. */
    void end() {
        if (ended) {
            throw new IllegalStateException("a request ended twice");
        }
        ended = true;
        place.unlink();
        age.unlink();
        patience.cancel();
        body.release();
    }
}
