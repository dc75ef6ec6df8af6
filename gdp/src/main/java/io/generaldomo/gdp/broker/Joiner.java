package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Body;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of streamed replies for clients that can take one reply to a request only (gdp.md, 10.6), and bounds what is kept for that.
 * Confined to the broker's event loop.
 */
final class Joiner {
    private JoinLimits limits;
    private long mostOctets;
    private long octets;

    Joiner(BrokerConfig config) {
        limits = config.joinLimits();
        mostOctets = config.brokerQueue().octets();
    }

    /** Other bounds from here on; what is kept already stays. */
    void use(BrokerConfig changed) {
        limits = changed.joinLimits();
        mostOctets = changed.brokerQueue().octets();
    }

    /** Octets kept for all requests. */
    long octets() {
        return octets;
    }

    /** Keeps a partial reply; false if that is more than may be kept. Takes over its reference either way. */
    boolean keep(Request request, Body partial) {
        KeptReplies kept = request.kept == null ? new KeptReplies() : request.kept;
        if (!fits(kept, partial)) {
            partial.release();
            return false;
        }
        request.kept = kept;
        long before = kept.octets();
        kept.add(partial);
        octets += kept.octets() - before;
        return true;
    }

    /** The whole reply, of what was kept and the end of it; null if that is more than may be. Takes over the reference of the end. */
    @Nullable Body join(Request request, Body end) {
        KeptReplies kept = request.kept;
        if (kept == null) {
            return end;
        }
        if (!fits(kept, end)) {
            end.release();
            return null;
        }
        forget(kept);
        request.kept = null;
        return kept.join(end);
    }

    /** Drops what was kept: its worker is no more, or nobody waits for it. */
    void drop(Request request) {
        KeptReplies kept = request.kept;
        if (kept != null) {
            forget(kept);
            request.kept = null;
            kept.release();
        }
    }

    private void forget(KeptReplies kept) {
        octets -= kept.octets();
    }

    private boolean fits(KeptReplies kept, Body next) {
        return kept.size() < limits.replies()
                && kept.frames() + next.size() <= Body.MAX_FRAMES
                && kept.octets() + next.octets() <= limits.octets()
                && octets + next.octets() <= mostOctets;
    }
}
