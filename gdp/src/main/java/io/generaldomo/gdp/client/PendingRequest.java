package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not over: it waits for a lane, is under way on one, or rests before it is sent again. Confined to the client's event loop, but
 * for what the caller holds of it.
 */
abstract class PendingRequest {
    final RequestQueue queue;
    final ServiceName service;
    final GdpMessage body;
    /** The lane that carries it; null while none does. */
    @Nullable Lane lane;
    /** What it is called by there. */
    int ticket;
    /** Ends its rest. */
    @Nullable ScheduledFuture<?> rest;
    /** Since when the broker owes something; kept by {@link Patience}. */
    long awaitedSince;
    /** How many times it was given to the queue. */
    int tries;

    private long beganNanos;
    private boolean began;
    private boolean over;

    PendingRequest(RequestQueue queue, ServiceName service, GdpMessage body) {
        this.queue = queue;
        this.service = service;
        this.body = body;
    }

    /** The caller gave it up. */
    final void abandon() {
        if (!over) {
            end(RequestOutcome.CANCELLED);
            queue.drop(this);
        }
    }

    /**
     * A reply came.
     *
     * @param replies what the dialect of the connection tells about the last one
     * @return whether it was the last
     */
    abstract boolean onReply(ReplyKind kind, GdpMessage part, Replies replies);

    /** Completes it without a reply. */
    final void fail(Reason reason, String message) {
        if (!over) {
            end(outcome(reason));
            onFailure(new GdpException(reason, message));
        }
    }

    /** Whether others may be under way on the same lane. */
    abstract boolean sharesLane();

    abstract void onFailure(GdpException failure);

    /** Whether nothing of a reply was handed on to the caller. */
    abstract boolean canBeSentAgain();

    /** Prepares it to be sent again. */
    abstract void forgetReplies();

    /** Whether silence is the end that it has been waiting for; if so, it has told its caller. */
    abstract boolean endsInSilence();

    final boolean isOver() {
        return over;
    }

    /** The queue takes it on, now. */
    final void begin(long nowNanos) {
        began = true;
        beganNanos = nowNanos;
        queue.observer().requestBegan(service);
    }

    /** From now on nothing is done for it any more. */
    final void end(RequestOutcome outcome) {
        over = true;
        stopTimers();
        if (began) {
            queue.observer().requestEnded(service, outcome, queue.now() - beganNanos);
        }
    }

    private static RequestOutcome outcome(Reason reason) {
        return switch (reason) {
            case TIMEOUT -> RequestOutcome.TIMED_OUT;
            case BROKER_LOST -> RequestOutcome.LOST;
            case CLOSED -> RequestOutcome.CANCELLED;
            default -> RequestOutcome.FAILED;
        };
    }

    final void stopTimers() {
        queue.awaitNoMore(this);
        if (rest != null) {
            rest.cancel(false);
            rest = null;
        }
    }
}
