package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request whose caller wants one reply, partial ones joined. */
final class SingleReply extends PendingRequest {
    /** What a frame costs besides its octets: else frames without any would cost nothing. */
    private static final int FRAME_COST = 64;

    final CompletableFuture<GdpMessage> reply = new CompletableFuture<>();
    private final long mostOctets;
    private final List<GdpMessage> parts = new ArrayList<>(0);
    private long octets;

    SingleReply(RequestQueue queue, ServiceName service, GdpMessage body, long mostOctets) {
        super(queue, service, body);
        this.mostOctets = mostOctets;
        reply.whenComplete((ignored, failure) -> {
            if (!isOver()) {
                queue.soon(this::abandon); // completed by the caller: cancelled, or out of a patience of his own
            }
        });
    }

    @Override
    boolean onReply(ReplyKind kind, GdpMessage part, Replies replies) {
        if (kind != ReplyKind.PARTIAL) { // a report is as good as a final one to who wants one reply
            end(RequestOutcome.REPLIED);
            reply.complete(whole(part));
            return true;
        }
        parts.add(part);
        octets += part.octets() + (long) FRAME_COST * part.size();
        if (octets > mostOctets) {
            end(RequestOutcome.FAILED);
            queue.drop(this);
            onFailure(new GdpException(Reason.TOO_LARGE, "the parts of the reply are more than " + mostOctets + " octets; ask for a stream"));
        }
        return false;
    }

    private GdpMessage whole(GdpMessage last) {
        if (parts.isEmpty()) {
            return last;
        }
        parts.add(last);
        return GdpMessage.join(parts);
    }

    @Override
    void onFailure(GdpException failure) {
        reply.completeExceptionally(failure);
    }

    @Override
    boolean sharesLane() {
        return true;
    }

    @Override
    boolean canBeSentAgain() {
        return true;
    }

    @Override
    void forgetReplies() {
        parts.clear();
        octets = 0;
    }

    @Override
    boolean endsInSilence() {
        return false;
    }
}
