package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Serves requests for a service (RFC 7/MDP, "Majordomo worker"; GDP as {@code protocol-spec/gdp.md} has it).
 *
 * <p>Registers with the broker, as often as {@link WorkerConfig#concurrency()} says, and again after a loss, a DISCONNECT, or when the broker
 * is silent for too long. Heartbeats go on while a handler runs.
 *
 * <p><b>Threads.</b> Thread-safe. The handler runs on the executor.
 *
 * <p><b>Life cycle.</b> {@link #close()} tells the broker DISCONNECT; a request that is being handled then goes to another worker.
 */
public final class GdpWorker implements AutoCloseable {
    private final List<Runnable> endOwned;
    private final EventLoop loop;
    private final List<Registration> registrations;

    private GdpWorker(
            WorkerConfig config, RequestHandler handler, Executor executor, ZmtpTransport transport, List<Runnable> endOwned) {
        this.endOwned = endOwned;
        this.loop = transport.nextLoop();
        this.registrations = IntStream.range(0, config.concurrency())
                .mapToObj(i -> new Registration(config, handler, executor, transport, loop))
                .toList();
        loop.execute(() -> registrations.forEach(Registration::open));
    }

    /**
     * A worker over a CLIENT socket that takes one request at a time, with threads of its own.
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
     * A worker with threads of its own: one for each request at a time, and an event loop.
     *
     * @param config how it works
     * @param handler answers requests
     * @return a worker, which keeps trying until there is a broker
     */
    public static GdpWorker serve(WorkerConfig config, RequestHandler handler) {
        ZmtpTransport transport = ZmtpTransport.create(1);
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
        return new GdpWorker(config, handler, executor, transport, List.of());
    }

    /**
     * Takes leave of the broker and ends all connections. Waits for threads of its own to end, a few seconds at most, unless called on one of
     * them. May be called twice, from any thread.
     */
    @Override
    public void close() {
        if (!loop.isShuttingDown()) {
            loop.execute(() -> registrations.forEach(Registration::close));
        }
        endOwned.forEach(Runnable::run);
    }
}
