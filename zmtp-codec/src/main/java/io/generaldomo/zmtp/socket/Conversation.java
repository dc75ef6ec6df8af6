package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How a {@link BlockingSocket} sends and receives. For one thread that sends and one that receives at a time, except REQ and REP: one thread. */
interface Conversation {
    /** Sends; consumes the message, also on failure. Cancelling the future takes the message back, if it is not under way. */
    CompletableFuture<?> send(ZmtpMessage message);

    /** The next message, or empty if none came in that time. */
    Optional<ZmtpMessage> receive(Duration time) throws InterruptedException;
}
