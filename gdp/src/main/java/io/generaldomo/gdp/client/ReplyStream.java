package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request whose caller wants each part of the reply as it comes. When the parts that the subscriber has not asked for fill the buffer, its lane
 * stops reading. A reply that has come to its end leaves the lane, and waits here for the subscriber.
 */
final class ReplyStream extends PendingRequest implements Flow.Subscription {
    private static final Logger log = LoggerFactory.getLogger(ReplyStream.class);

    private final int capacity;
    private final Queue<GdpMessage> buffer = new ArrayDeque<>();
    /** Null once it has its last signal, or wants none. */
    private final AtomicReference<Flow.@Nullable Subscriber<? super GdpMessage>> subscriber;
    private long demand;
    private boolean begun;
    private boolean complete;
    private boolean emitting;
    private boolean paused;

    ReplyStream(
            RequestQueue queue, ServiceName service, GdpMessage body, int capacity, Flow.Subscriber<? super GdpMessage> subscriber) {
        super(queue, service, body);
        this.capacity = capacity;
        this.subscriber = new AtomicReference<>(subscriber);
    }

    void start() {
        Flow.Subscriber<? super GdpMessage> to = subscriber.get();
        if (to != null) {
            guarded(() -> to.onSubscribe(this));
        }
        if (!isOver()) {
            queue.submit(this);
        }
    }

    @Override
    public void request(long n) {
        if (!queue.soon(() -> demand(n))) {
            signalFailure(new GdpException(Reason.CLOSED, "the client was closed"));
        }
    }

    @Override
    public void cancel() {
        subscriber.set(null);
        queue.soon(this::abandonAll);
    }

    private void abandonAll() {
        buffer.clear();
        abandon();
    }

    private void demand(long n) {
        if (n <= 0) {
            abandonAll();
            signalFailure(new IllegalArgumentException("a subscriber asks for one element or more (Reactive Streams, 3.9)"));
            return;
        }
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        emit();
    }

    @Override
    boolean onReply(ReplyKind kind, GdpMessage part, Replies replies) {
        begun = true;
        complete = replies.endWith(kind);
        if (complete) {
            end(RequestOutcome.REPLIED);
        } else {
            queue.await(this);
        }
        buffer.add(part);
        emit();
        return complete;
    }

    private void emit() {
        if (emitting) {
            return;
        }
        emitting = true;
        while (demand > 0 && !buffer.isEmpty()) {
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
            GdpMessage part = buffer.remove();
            Flow.Subscriber<? super GdpMessage> to = subscriber.get();
            if (to != null) {
                guarded(() -> to.onNext(part));
            }
        }
        emitting = false;
        if (buffer.isEmpty() && complete) {
            signalEnd();
        }
        updateReading();
    }

    private void updateReading() {
        if (lane == null || isOver()) {
            return;
        }
        if (isFull()) {
            paused = true;
            queue.awaitNoMore(this); // as long as nothing is read, the broker owes nothing
            lane.pauseReading();
        } else if (paused) {
            paused = false;
            queue.await(this);
            lane.resumeReading();
        }
    }

    private boolean isFull() {
        return buffer.size() >= capacity;
    }

    @Override
    void onFailure(GdpException failure) {
        buffer.clear();
        signalFailure(failure);
    }

    @Override
    boolean sharesLane() {
        return false;
    }

    @Override
    boolean canBeSentAgain() {
        return !begun;
    }

    @Override
    void forgetReplies() {
        // there are none, else it would not be sent again
    }

    /** Where nothing marks the last reply, silence has to. */
    @Override
    boolean endsInSilence() {
        if (!begun || queue.replies() != Replies.UNMARKED) {
            return false;
        }
        complete = true;
        end(RequestOutcome.REPLIED);
        queue.drop(this);
        emit();
        return true;
    }

    private void signalEnd() {
        Flow.Subscriber<? super GdpMessage> to = subscriber.getAndSet(null);
        if (to != null) {
            guarded(to::onComplete);
        }
    }

    private void signalFailure(Throwable failure) {
        Flow.Subscriber<? super GdpMessage> to = subscriber.getAndSet(null);
        if (to != null) {
            guarded(() -> to.onError(failure));
        }
    }

    /** A subscriber that throws has left (Reactive Streams, 2.13). */
    private void guarded(Runnable signal) {
        try {
            signal.run();
        } catch (RuntimeException | Error e) {
            log.atError().addKeyValue("service", service).setCause(e).log("{}: the subscriber of a stream failed: the stream is cancelled", service);
            subscriber.set(null);
            abandonAll();
        }
    }
}
