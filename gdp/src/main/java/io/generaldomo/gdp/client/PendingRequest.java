package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request that has no reply yet. Confined to the client's event loop, but for its future. */
final class PendingRequest {
    final ServiceName service;
    final GdpMessage body;
    final CompletableFuture<GdpMessage> reply = new CompletableFuture<>();
    @Nullable ScheduledFuture<?> expiry;
    /** The lane that carries it; null while it waits for one. */
    @Nullable Lane lane;

    PendingRequest(ServiceName service, GdpMessage body) {
        this.service = service;
        this.body = body;
    }

    void complete(GdpMessage answer) {
        cancelExpiry();
        reply.complete(answer);
    }

    void fail(GdpException.Reason reason, String message) {
        cancelExpiry();
        reply.completeExceptionally(new GdpException(reason, message));
    }

    private void cancelExpiry() {
        if (expiry != null) {
            expiry.cancel(false);
        }
    }
}
