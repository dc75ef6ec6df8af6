package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** REP: receives a request, then sends its reply. A service that answers when the application does, and a listener that ends it. */
final class AnsweringConversation implements Conversation, PeerListener {
    /** At most one request is outstanding, and one mark of the end. */
    private final BlockingQueue<Optional<ZmtpMessage>> requests = new LinkedBlockingQueue<>();
    /** Guarded by this. */
    private @Nullable CompletableFuture<ZmtpMessage> reply;

    private boolean received;

    /** The service of the socket. */
    synchronized CompletableFuture<ZmtpMessage> serve(ZmtpMessage request) {
        reply = new CompletableFuture<>();
        received = false;
        requests.add(Optional.of(request));
        return reply;
    }

    @Override
    public CompletableFuture<?> send(ZmtpMessage message) {
        CompletableFuture<ZmtpMessage> awaited;
        synchronized (this) {
            if (!received || reply == null) {
                message.release();
                throw new IllegalStateException("a REP receives a request before it sends the reply");
            }
            awaited = reply;
            reply = null;
            received = false;
        }
        awaited.complete(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<ZmtpMessage> receive(Duration time) throws InterruptedException {
        Optional<ZmtpMessage> next = requests.poll(Waiting.nanos(time), TimeUnit.NANOSECONDS);
        if (next == null) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            requests.add(next); // for whoever else waits
            throw new ZmtpException(Reason.CLOSED, "the socket is closed");
        }
        synchronized (this) {
            received = true;
        }
        return next;
    }

    @Override
    public void onClosed() {
        for (Optional<ZmtpMessage> untaken = requests.poll(); untaken != null; untaken = requests.poll()) {
            untaken.ifPresent(ZmtpMessage::release);
        }
        requests.add(Optional.empty());
    }
}
