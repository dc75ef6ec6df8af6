package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.connection.Brokers;
import io.generaldomo.gdp.connection.Presence;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Serves requests for a service (RFC 7/MDP, "Majordomo worker"; GDP as {@code protocol-spec/gdp.md} has it).
 *
 * <p>Registers with the broker, as often as it takes for {@link WorkerConfig#concurrency()}, and again after a loss, a DISCONNECT, or when the broker
 * is silent for too long. Heartbeats go on while a handler runs.
 *
 * <p><b>Threads.</b> Thread-safe. The handler runs on the executor.
 *
 * <p><b>Life cycle.</b> {@link #close()} tells the broker DISCONNECT; a request that is being handled then goes to another worker. {@link #drain}
 * finishes it first.
 */
public final class GdpWorker implements AutoCloseable {
    /** As many as our broker gives to a worker, where nobody has told it otherwise. */
    private static final int MOST_ON_A_CONNECTION = 16;

    private final EventLoop loop;
    private final List<Runnable> endOwned;
    private final List<Registration> registrations;
    private final Presence presence;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private int registered;

    private GdpWorker(WorkerConfig config, StreamHandler handler, Executor executor, ZmtpTransport transport, List<Runnable> endOwned) {
        this.loop = transport.nextLoop();
        this.endOwned = endOwned;
        Brokers brokers = new Brokers(transport, loop, config.connection());
        this.presence = brokers.presence();
        int each = brokers.dialect().sharesConnections() ? MOST_ON_A_CONNECTION : 1;
        this.registrations = IntStream.iterate(config.concurrency(), left -> left > 0, left -> left - each)
                .mapToObj(left -> new Registration(config, Math.min(left, each), handler, executor, brokers, this::onLeft))
                .toList();
        this.registered = registrations.size();
        loop.execute(() -> registrations.forEach(Registration::open));
    }

    /**
     * A worker that speaks GDP and takes one request at a time, with threads of its own.
     *
     * @param endpoint where the broker is, such as {@code tcp://127.0.0.1:5555}
     * @param service name of the service
     * @param handler answers requests
     * @return a worker, which keeps trying until there is a broker
     * @throws IllegalArgumentException if the endpoint or the name is not a proper one; the message says what would be
     */
    public static GdpWorker serve(String endpoint, String service, RequestHandler handler) {
        return serve(WorkerConfig.of(ConnectionConfig.to(endpoint), service), handler);
    }

    /**
     * A worker that answers in parts. Speaks GDP with partial replies, takes one request at a time, has threads of its own.
     *
     * @param endpoint where the broker is, such as {@code tcp://127.0.0.1:5555}
     * @param service name of the service
     * @param handler answers requests
     * @return a worker, which keeps trying until there is a broker
     * @throws IllegalArgumentException if the endpoint or the name is not a proper one; the message says what would be
     */
    public static GdpWorker stream(String endpoint, String service, StreamHandler handler) {
        return stream(WorkerConfig.of(ConnectionConfig.to(endpoint).withDialect(MajordomoDialect.GDP_02), service), handler);
    }

    /**
     * A worker with threads of its own: one for each request at a time, and an event loop.
     *
     * @param config how it works
     * @param handler answers requests
     * @return a worker, which keeps trying until there is a broker
     */
    public static GdpWorker serve(WorkerConfig config, RequestHandler handler) {
        return stream(config, oneReply(handler));
    }

    /**
     * A worker that answers in parts, with threads of its own: one for each request at a time, and an event loop.
     *
     * @param config how it works; in a dialect without partial replies, the parts are joined
     * @param handler answers requests
     * @return a worker, which keeps trying until there is a broker
     */
    public static GdpWorker stream(WorkerConfig config, StreamHandler handler) {
        ZmtpTransport transport = ZmtpTransport.create(1).with(config.connection().transport());
        ExecutorService executor =
                Executors.newFixedThreadPool(config.concurrency(), new DefaultThreadFactory("gdp-worker", true));
        return new GdpWorker(config, handler, executor, transport, List.of(transport::close, executor::shutdownNow));
    }

    /**
     * A worker on threads that the caller has already.
     *
     * @param config how it works
     * @param handler answers requests
     * @param executor where the handler runs; it needs a thread for each request at a time
     * @param transport where its channels are opened
     * @return a worker, which keeps trying until there is a broker; closing it closes neither executor nor transport
     */
    public static GdpWorker serve(WorkerConfig config, RequestHandler handler, Executor executor, ZmtpTransport transport) {
        return stream(config, oneReply(handler), executor, transport);
    }

    /**
     * A worker that answers in parts, on threads that the caller has already.
     *
     * @param config how it works; in a dialect without partial replies, the parts are joined
     * @param handler answers requests
     * @param executor where the handler runs; it needs a thread for each request at a time
     * @param transport where its channels are opened
     * @return a worker, which keeps trying until there is a broker; closing it closes neither executor nor transport
     */
    public static GdpWorker stream(WorkerConfig config, StreamHandler handler, Executor executor, ZmtpTransport transport) {
        return new GdpWorker(config, handler, executor, transport, List.of());
    }

    private static StreamHandler oneReply(RequestHandler handler) {
        return (request, replies) -> replies.finish(handler.handle(request));
    }

    /**
     * Takes leave of the broker in an orderly way: takes no further requests, finishes those in hand, sends their replies, then DISCONNECT; and
     * ends as {@link #close()} does. {@link #close()} cuts it short.
     *
     * @param longest how long that may take; what is not done by then is left to another worker
     * @return completes when the worker has left
     */
    public CompletableFuture<Void> drain(Duration longest) {
        left.thenRun(this::endOwned);
        onLoop(() -> {
            presence.drain();
            registrations.forEach(Registration::drain);
            if (registered > 0) {
                ScheduledFuture<?> limit = loop.schedule(this::leave, longest.toNanos(), TimeUnit.NANOSECONDS);
                left.thenRun(() -> limit.cancel(false));
            }
        });
        return left.copy();
    }

    /**
     * Takes leave of the broker at once and ends all connections; requests in hand go to other workers. Waits for threads of its own to end, a few
     * seconds at most, unless called on one of them. May be called twice, from any thread.
     */
    @Override
    public void close() {
        onLoop(this::leave);
        endOwned();
    }

    /**
     * What this worker is to its broker. It is READY as soon as one of its registrations is.
     *
     * @return the state; CLOSED as soon as it is closed, or, if it drains, once the broker was told or could not be
     */
    public PeerState state() {
        return presence.state();
    }

    private void leave() {
        presence.close();
        registrations.forEach(Registration::close);
    }

    /** On the event loop, once for each registration. */
    private void onLeft() {
        registered--;
        if (registered == 0) {
            presence.close();
            left.complete(null);
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException closedAlready) {
            left.complete(null);
        }
    }

    private void endOwned() {
        endOwned.forEach(Runnable::run);
    }
}
