package io.generaldomo.examples.tripping;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.Inbox;
import io.generaldomo.zmtp.socket.Received;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * A client and a worker with a forwarding broker between them, over TCP, in one process, and the messages of the client that go round.
 *
 * <p>The client is a thread that blocks, as applications do; broker and worker run on an event loop. Confined to the thread that made it.
 */
public final class RoundTrips implements AutoCloseable {
    /** Messages under way at the same time, when they need not wait for each other. */
    private static final int WINDOW = 500;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ZmtpTransport transport;
    private final Forwarder broker;
    private final EchoPeer worker;
    private final Balanced client;
    private final Inbox replies = new Inbox(2 * WINDOW);

    /**
     * Binds and connects everything.
     *
     * @param front the sockets between client and broker
     * @param back the sockets between broker and worker
     * @throws InterruptedException if the thread is interrupted
     * @throws IllegalStateException if they do not find each other
     */
    public RoundTrips(SocketPair front, SocketPair back) throws InterruptedException {
        transport = ZmtpTransport.create(2);
        SocketOptions options = SocketOptions.on(transport).withSendHighWaterMark(2 * WINDOW);
        broker = new Forwarder(front, back, options);
        worker = new EchoPeer(back, options, broker.bindBack());
        client = front.openPeer(options, replies);
        client.socket().connect(broker.bindFront().toString());
        try {
            broker.connected().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("client, broker and worker do not find each other", e);
        }
    }

    /**
     * Sends messages, each when the one before has come back.
     *
     * @param count how many
     * @param progress is told now and then how many are back
     * @return the time that it took
     * @throws InterruptedException if the thread is interrupted
     */
    public Duration synchronous(int count, IntConsumer progress) throws InterruptedException {
        return run(count, 1, progress);
    }

    /**
     * Sends messages without waiting for those before, except that only so many may be under way.
     *
     * @param count how many
     * @param progress is told now and then how many are back
     * @return the time that it took
     * @throws InterruptedException if the thread is interrupted
     */
    public Duration asynchronous(int count, IntConsumer progress) throws InterruptedException {
        return run(count, WINDOW, progress);
    }

    private Duration run(int count, int window, IntConsumer progress) throws InterruptedException {
        long start = System.nanoTime();
        int sent = 0;
        for (int back = 0; back < count; back++) {
            while (sent < count && sent - back < window) {
                client.sender().apply(ZmtpMessage.ofUtf8("hello"));
                sent++;
            }
            Received reply = replies.poll(LONGEST).orElseThrow(() -> new IllegalStateException("a message was lost"));
            reply.message().release();
            progress.accept(back + 1);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        client.socket().close();
        worker.close();
        broker.close();
        transport.close();
    }
}
