package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.PeerObserver;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.client.RetryPolicy.Cause;
import io.generaldomo.gdp.connection.Brokers;
import io.generaldomo.gdp.protocol.Replies;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Requests in the order of their arrival, and what becomes of them. Confined to the client's event loop, but for {@link #soon} and {@link #later}.
 *
 * <p>A lane is opened when a request finds none with room, up to the limit.
 */
final class RequestQueue {
    private final ClientConfig config;
    private final Brokers brokers;
    private final EventLoop loop;
    private final Lanes lanes;
    private final Patience patience;
    private final Set<PendingRequest> waiting = new LinkedHashSet<>();
    /** Those that are to be sent again, but not yet. */
    private final Set<PendingRequest> resting = new LinkedHashSet<>();
    private boolean closed;

    RequestQueue(ClientConfig config, Brokers brokers) {
        this.config = config;
        this.brokers = brokers;
        this.loop = brokers.loop();
        this.lanes = new Lanes(this, config, brokers);
        this.patience = new Patience(loop, config.timeout().toNanos(), this::onTimeout);
    }

    /** Runs something on the event loop; at once, if the caller is there. Returns false if the event loop has ended. */
    boolean soon(Runnable task) {
        if (!loop.inEventLoop()) {
            return later(task);
        }
        task.run();
        return true;
    }

    /**
     * Runs something on the event loop, after what it does now: a caller who asks again as soon as it has a reply finds that reply's lane idle.
     * Returns false if the event loop has ended.
     */
    boolean later(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException closedMeanwhile) {
            return false;
        }
    }

    PeerObserver observer() {
        return brokers.observer();
    }

    /** What the client is to its broker; any thread may ask. */
    PeerState state() {
        return brokers.presence().state();
    }

    long now() {
        return loop.ticker().nanoTime();
    }

    Replies replies() {
        return brokers.dialect().replies();
    }

    void submit(PendingRequest request) {
        if (closed) {
            request.fail(Reason.CLOSED, "the client is closed");
            return;
        }
        if (request.isOver()) {
            return; // given up already
        }
        request.begin(now());
        if (waiting.size() == config.queued() && lanes.find(request) == null) {
            request.fail(Reason.OVERLOADED, config.queued() + " requests are waiting already");
            return;
        }
        enqueue(request);
    }

    private void enqueue(PendingRequest request) {
        request.tries++;
        await(request);
        Lane lane = lanes.find(request);
        if (lane != null) {
            lanes.send(lane, request);
        } else {
            waiting.add(request);
            lanes.open();
        }
    }

    /** The broker owes a request something, from now on. */
    void await(PendingRequest request) {
        patience.begin(request);
    }

    /** The broker owes it nothing any more. */
    void awaitNoMore(PendingRequest request) {
        patience.end(request);
    }

    private void onTimeout(PendingRequest request) {
        if (!request.endsInSilence()) {
            drop(request);
            failed(request, Cause.TIMEOUT);
        }
    }

    /** It is not waited for any more. */
    void drop(PendingRequest request) {
        waiting.remove(request);
        resting.remove(request);
        if (request.lane != null) {
            request.lane.giveUp(request);
        }
    }

    /** It has no reply, and is on no lane and in no queue. */
    void failed(PendingRequest request, Cause cause) {
        request.stopTimers();
        if (!closed && !request.isOver() && config.retry().allows(cause, request.tries) && request.canBeSentAgain()) {
            request.forgetReplies();
            resting.add(request);
            long nanos = config.retry().pace().delay(request.tries - 1, ThreadLocalRandom.current()).toNanos();
            request.rest = loop.schedule(() -> sendAgain(request), nanos, TimeUnit.NANOSECONDS);
        } else if (cause == Cause.TIMEOUT) {
            request.fail(Reason.TIMEOUT, "no reply within " + config.timeout().toMillis() + " ms");
        } else {
            request.fail(Reason.BROKER_LOST, "the connection to the broker was lost with the request under way");
        }
    }

    private void sendAgain(PendingRequest request) {
        resting.remove(request);
        enqueue(request);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** A lane can take a request, or several. */
    void onRoom(Lane lane) {
        if (waiting.isEmpty()) {
            return;
        }
        Iterator<PendingRequest> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext() && lane.hasRoom()) {
            PendingRequest next = oldestFirst.next();
            if (lane.hasRoomFor(next)) {
                oldestFirst.remove();
                lanes.send(lane, next);
            }
        }
    }

    /** There is room for another lane. */
    void onLaneGone() {
        if (!waiting.isEmpty() && !closed) {
            lanes.open();
        }
    }

    void close() {
        closed = true;
        brokers.presence().close();
        List<PendingRequest> unsent = new ArrayList<>(waiting);
        unsent.addAll(resting);
        waiting.clear();
        resting.clear();
        unsent.forEach(request -> request.fail(Reason.CLOSED, "the client was closed"));
        lanes.close();
        patience.close();
    }
}
