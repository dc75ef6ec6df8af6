package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Sends and receives in any order. */
final class FreeConversation implements Conversation {
    private final Inbox inbox;
    private final Function<ZmtpMessage, CompletableFuture<?>> sender;
    private final Function<Received, ZmtpMessage> receiver;

    private FreeConversation(Inbox inbox, Function<ZmtpMessage, CompletableFuture<?>> sender, Function<Received, ZmtpMessage> receiver) {
        this.inbox = inbox;
        this.sender = sender;
        this.receiver = receiver;
    }

    static FreeConversation plain(Inbox inbox, Function<ZmtpMessage, CompletableFuture<?>> sender) {
        return new FreeConversation(inbox, sender, Received::message);
    }

    /** With the routing id of the peer as first part. */
    static FreeConversation addressed(Inbox inbox, BiFunction<RoutingId, ZmtpMessage, CompletableFuture<?>> sender) {
        return new FreeConversation(inbox, message -> sendTo(message, sender), FreeConversation::withSender);
    }

    private static CompletableFuture<?> sendTo(ZmtpMessage message, BiFunction<RoutingId, ZmtpMessage, CompletableFuture<?>> sender) {
        try {
            if (message.size() < 2) {
                throw new IllegalArgumentException("the routing id comes first, then the message");
            }
            return sender.apply(RoutingId.of(message.bytes(0)), message.retainedFrom(1));
        } finally {
            message.release();
        }
    }

    private static ZmtpMessage withSender(Received received) {
        return received.message().prefixedBy(Unpooled.wrappedBuffer(received.from().routingId().octets()));
    }

    @Override
    public CompletableFuture<?> send(ZmtpMessage message) {
        return sender.apply(message);
    }

    @Override
    public Optional<ZmtpMessage> receive(Duration time) throws InterruptedException {
        return inbox.poll(time).map(receiver);
    }
}
