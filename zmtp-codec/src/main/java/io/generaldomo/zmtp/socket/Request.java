package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.Unpooled;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request of a REQ socket: waiting with its message, then outstanding with the link it was sent on. Confined to the socket's event loop. */
final class Request {
    private final CompletableFuture<ZmtpMessage> reply = new CompletableFuture<>();
    private ZmtpMessage message;
    private @Nullable Link link;
    /** Of a request that was sent with one. */
    private int number;

    Request(ZmtpMessage message) {
        this.message = message;
    }

    CompletableFuture<ZmtpMessage> reply() {
        return reply;
    }

    @Nullable Link link() {
        return link;
    }

    void compact() {
        message = message.compacted();
    }

    /** Sends the message behind the empty delimiter that makes an envelope (RFC 28/REQREP). */
    void sendOn(Link asked) {
        link = asked;
        asked.send(message.prefixedBy(Unpooled.EMPTY_BUFFER));
    }

    /** Sends the message behind a number and the delimiter. */
    void sendOn(Link asked, int newNumber) {
        link = asked;
        number = newNumber;
        asked.send(message.prefixedBy(Unpooled.copyInt(newNumber), Unpooled.EMPTY_BUFFER));
    }

    int number() {
        return number;
    }

    void answer(ZmtpMessage received) {
        if (!reply.complete(received)) {
            received.release();
        }
    }

    /** Ends a request that was sent. */
    void fail(ZmtpException cause) {
        reply.completeExceptionally(cause);
    }

    /** Ends a request that was not sent. */
    void refuse(Reason reason, String why) {
        message.release();
        reply.completeExceptionally(new ZmtpException(reason, why));
    }
}
