package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Requests in the order of their arrival, and the lanes that carry them. Confined to the client's event loop.
 *
 * <p>A lane is opened when a request finds none that is idle, up to the limit; the lane used last is used first, so that few stay warm.
 */
final class RequestQueue {
    private final ClientConfig config;
    private final ZmtpTransport transport;
    private final EventLoop loop;
    private final Set<PendingRequest> waiting = new LinkedHashSet<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Lane> idle = new ArrayDeque<>();
    private boolean closed;

    RequestQueue(ClientConfig config, ZmtpTransport transport, EventLoop loop) {
        this.config = config;
        this.transport = transport;
        this.loop = loop;
    }

    void submit(PendingRequest request) {
        if (closed) {
            request.fail(Reason.CLOSED, "the client is closed");
            return;
        }
        Lane lane = idle.poll();
        if (lane == null && waiting.size() == config.queued()) {
            request.fail(Reason.OVERLOADED, config.queued() + " requests are waiting already");
            return;
        }
        request.expiry = loop.schedule(() -> expire(request), config.timeout().toNanos(), TimeUnit.NANOSECONDS);
        if (lane != null) {
            lane.send(request);
            return;
        }
        waiting.add(request);
        if (lanes.size() < config.connections()) {
            lanes.add(new Lane(this, transport, loop, config.connection()));
        }
    }

    private void expire(PendingRequest request) {
        waiting.remove(request);
        if (request.lane != null) {
            request.lane.giveUp();
        }
        request.fail(Reason.TIMEOUT, "no reply within " + config.timeout().toMillis() + " ms");
    }

    /** A lane can take a request. */
    void onIdle(Lane lane) {
        Iterator<PendingRequest> oldest = waiting.iterator();
        while (oldest.hasNext()) {
            PendingRequest request = oldest.next();
            oldest.remove();
            if (!request.reply.isDone()) { // else the caller has cancelled it
                lane.send(request);
                return;
            }
        }
        idle.push(lane);
    }

    /** A lane can take no request until it is idle again. */
    void onLost(Lane lane) {
        idle.remove(lane);
    }

    void close() {
        closed = true;
        for (PendingRequest request : waiting) {
            request.fail(Reason.CLOSED, "the client was closed");
        }
        waiting.clear();
        lanes.forEach(Lane::close);
        lanes.clear();
        idle.clear();
    }
}
