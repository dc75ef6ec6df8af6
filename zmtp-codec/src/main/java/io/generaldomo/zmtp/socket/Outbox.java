package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Messages on their way from threads of the application to a socket's event loop. All that are sent before the event loop gets to them cost one task
 * there, and one wake-up. Thread-safe.
 */
final class Outbox {
    private final SocketType type;
    private final EventLoop loop;
    private final BooleanSupplier closed;
    private final Consumer<Send> pattern;
    /** Guarded by this. */
    private Queue<Send> arriving = new ArrayDeque<>();
    /** Confined to the event loop, and empty between two tasks. */
    private Queue<Send> leaving = new ArrayDeque<>();

    /**
     * An empty outbox.
     *
     * @param closed whether the socket is being closed; asked on the event loop
     * @param pattern takes what is sent, on the event loop
     */
    Outbox(SocketType type, EventLoop loop, BooleanSupplier closed, Consumer<Send> pattern) {
        this.type = type;
        this.loop = loop;
        this.closed = closed;
        this.pattern = pattern;
    }

    /** Sends to whom the pattern chooses. Consumes the message. */
    CompletableFuture<Void> send(ZmtpMessage message) {
        return send(Send.toAnyone(sendable(message)));
    }

    /** Sends to one peer. Consumes the message. */
    CompletableFuture<Void> send(RoutingId to, ZmtpMessage message) {
        return send(Send.to(to, sendable(message)));
    }

    private ZmtpMessage sendable(ZmtpMessage message) {
        if (type.singlePart() && message.size() > 1) {
            int parts = message.size();
            message.release();
            throw new IllegalArgumentException("a message of a " + type + " has one part, not " + parts);
        }
        return message;
    }

    private CompletableFuture<Void> send(Send send) {
        if (loop.inEventLoop()) {
            pass(send);
        } else if (isFirst(send)) {
            wake();
        }
        return send;
    }

    private synchronized boolean isFirst(Send send) {
        arriving.add(send);
        return arriving.size() == 1;
    }

    private void wake() {
        try {
            loop.execute(this::passAll);
        } catch (RejectedExecutionException e) {
            drop();
        }
    }

    private void passAll() {
        synchronized (this) {
            Queue<Send> come = arriving;
            arriving = leaving;
            leaving = come;
        }
        for (Send send = leaving.poll(); send != null; send = leaving.poll()) {
            pass(send);
        }
    }

    private void pass(Send send) {
        if (send.isAbandoned()) {
            return;
        } else if (closed.getAsBoolean()) {
            refuse(send);
        } else {
            pattern.accept(send);
        }
    }

    /** The event loop has ended. */
    private synchronized void drop() {
        for (Send send = arriving.poll(); send != null; send = arriving.poll()) {
            refuse(send);
        }
    }

    private static void refuse(Send send) {
        send.refuse(Reason.CLOSED, "the socket is closed");
    }
}
