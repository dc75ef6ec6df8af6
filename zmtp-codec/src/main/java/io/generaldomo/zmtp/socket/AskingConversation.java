package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** REQ: sends a request, then receives its reply. Sending again instead gives the request up. */
final class AskingConversation implements Conversation {
    private final Function<ZmtpMessage, CompletableFuture<ZmtpMessage>> asker;
    private @Nullable CompletableFuture<ZmtpMessage> reply;

    AskingConversation(Function<ZmtpMessage, CompletableFuture<ZmtpMessage>> asker) {
        this.asker = asker;
    }

    /** Done at once: a request waits for a peer where its reply is waited for. */
    @Override
    public synchronized CompletableFuture<?> send(ZmtpMessage message) {
        if (reply != null && !reply.cancel(false)) {
            reply.thenAccept(ZmtpMessage::release);
        }
        reply = asker.apply(message);
        return CompletableFuture.completedFuture(null);
    }

    private synchronized CompletableFuture<ZmtpMessage> pending() {
        if (reply == null) {
            throw new IllegalStateException("a REQ sends a request before it receives the reply");
        }
        return reply;
    }

    private synchronized void received(CompletableFuture<ZmtpMessage> which) {
        if (reply == which) {
            reply = null;
        }
    }

    /** If the time runs out or the thread is interrupted, the request stays, and its reply can be received later. */
    @Override
    public Optional<ZmtpMessage> receive(Duration time) throws InterruptedException {
        CompletableFuture<ZmtpMessage> awaited = pending();
        try {
            Optional<ZmtpMessage> received = Waiting.on(awaited, time);
            if (received.isPresent()) {
                received(awaited);
            }
            return received;
        } catch (RuntimeException failure) {
            received(awaited);
            throw failure;
        }
    }
}
