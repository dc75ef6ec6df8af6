package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.connection.BrokerInstance;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Brings the requests of clients to the workers of the services they name (RFC 7/MDP, "Majordomo broker"; GDP as {@code protocol-spec/gdp.md}
 * has it).
 *
 * <p>Bind it to one endpoint or several. CLIENT, DEALER and REQ peers may use the same endpoint, and clients of one kind are served by workers of
 * the other.
 *
 * <p><b>Threads.</b> Thread-safe. All connections share one event loop, so that a message crosses no thread.
 *
 * <p><b>Life cycle.</b> {@link #close()} sends DISCONNECT to the workers and closes all connections; requests that have no reply by then get none.
 * {@link #drain(Duration)} waits for them first.
 */
public final class GdpBroker implements AutoCloseable {
    /** Name of the property of the READY command that tells peers which run of a broker they are connected to. */
    public static final String INSTANCE_PROPERTY = BrokerInstance.PROPERTY;

    private static final Duration CLOSE_TIME = Duration.ofSeconds(3);

    private final ZmtpTransport transport;
    private final boolean ownsTransport;
    private final EventLoop loop;
    private final BrokerIdentity identity;
    private final BrokerEdge edge;

    private GdpBroker(BrokerConfig config, ZmtpTransport transport, boolean ownsTransport) {
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.loop = transport.nextLoop();
        this.identity = new BrokerIdentity(Version.text(), newInstance());
        this.edge = new BrokerEdge(config, identity, loop, transport::refusedConnections, transport.allocator());
        loop.execute(edge::start);
    }

    /**
     * A broker with default settings and an event loop of its own.
     *
     * @return a broker that is not bound yet
     */
    public static GdpBroker create() {
        return create(BrokerConfig.DEFAULT);
    }

    /**
     * A broker with an event loop of its own.
     *
     * @param config what it waits for and how much it puts up with
     * @return a broker that is not bound yet
     */
    public static GdpBroker create(BrokerConfig config) {
        return new GdpBroker(config, ZmtpTransport.create(1), true);
    }

    /**
     * A broker on event loops that the caller has already, such as those of a Netty server.
     *
     * @param config what it waits for and how much it puts up with
     * @param transport where its channels are opened; closing the broker does not close it
     * @return a broker that is not bound yet
     */
    public static GdpBroker create(BrokerConfig config, ZmtpTransport transport) {
        return new GdpBroker(config, transport, false);
    }

    /**
     * Binds an endpoint for peers of every kind: CLIENT peers meet a SERVER there, REQ and DEALER peers a ROUTER.
     *
     * @param endpoint such as {@code tcp://127.0.0.1:5555}, of any {@linkplain io.generaldomo.zmtp.transport.Scheme scheme}; the host {@code *} means all
     *     interfaces, the port {@code *} or 0 a free one
     * @return the endpoint with its actual port; fails with an {@link java.io.IOException} if it cannot be bound
     * @throws IllegalArgumentException if that is not an endpoint; the message says what would be
     */
    public CompletableFuture<Endpoint> bind(String endpoint) {
        return bind(endpoint, SocketType.SERVER, SocketType.ROUTER);
    }

    /**
     * Binds an endpoint for peers of some kinds only.
     *
     * @param endpoint as for {@link #bind(String)}
     * @param first SERVER or ROUTER
     * @param others the other one, for both
     * @return the endpoint with its actual port; fails with an {@link java.io.IOException} if it cannot be bound
     * @throws IllegalArgumentException if that is not an endpoint, or a broker has no socket of that type
     */
    public CompletableFuture<Endpoint> bind(String endpoint, SocketType first, SocketType... others) {
        ZmtpConfig zmtp = ZmtpConfig.of(first, others)
                .withMetadata(ZmtpMetadata.EMPTY.with(INSTANCE_PROPERTY, identity.instance()));
        for (SocketType type : zmtp.socketTypes()) {
            if (type != SocketType.SERVER && type != SocketType.ROUTER) {
                throw new IllegalArgumentException("a broker is a SERVER or a ROUTER, not a " + type);
            }
        }
        CompletableFuture<Endpoint> bound = new CompletableFuture<>();
        Endpoint where = Endpoint.parse(endpoint);
        ChannelFuture binding = transport.bind(where, loop, () -> edge.complete(zmtp), edge::newPeer);
        binding.addListener(done -> {
            if (done.isSuccess()) {
                edge.add(binding.channel());
                bound.complete(where.boundAt(binding.channel().localAddress()));
            } else {
                bound.completeExceptionally(done.cause());
            }
        });
        return bound;
    }

    /**
     * Takes over from another configuration what can change while the broker runs. No connection is closed.
     *
     * <ul>
     *   <li>Access rules count at once. A worker that may not serve any more replies to what it holds, and is sent DISCONNECT; requests that were
     *       accepted before stay accepted.
     *   <li>Policies of services, bounds of queues, of tables and of joined replies count at once; a request's lease goes on as it began.
     *   <li>{@linkplain BrokerConfig#security() Security}, {@linkplain BrokerConfig#limits() limits} and {@linkplain BrokerConfig#ping() PING} are for
     *       connections to come.
     *   <li>Heartbeats, requests per worker, the number of filters and the observers stay what they were.
     * </ul>
     *
     * @param config what the broker waits for and puts up with from now on
     * @return completes when it counts; it does so on the broker's event loop
     */
    public CompletableFuture<Void> reconfigure(BrokerConfig config) {
        return CompletableFuture.runAsync(() -> edge.reconfigure(config), loop);
    }

    /**
     * Which run of a broker this is. Peers learn it from {@link #INSTANCE_PROPERTY} and from {@code mmi.broker}; a client that meets another one at the
     * same address knows that its requests are lost.
     *
     * @return 32 hexadecimal digits, by chance different from those of any other run
     */
    public String instance() {
        return identity.instance();
    }

    /**
     * Lets a worker finish: it is sent no further request, and DISCONNECT when it has replied to what it holds.
     *
     * @param number of the worker, as {@code mmi.workers} tells it
     * @return false if there is no such worker
     */
    public CompletableFuture<Boolean> drainWorker(long number) {
        return CompletableFuture.supplyAsync(() -> edge.drainWorker(number), loop);
    }

    /**
     * Tells a worker to leave at once: it is sent DISCONNECT, and what it holds goes to others. Workers like ours register again after a while; to keep
     * one out, {@linkplain #drainWorker drain} or stop it where it runs, or take its rights away.
     *
     * @param number of the worker, as {@code mmi.workers} tells it
     * @return false if there is no such worker
     */
    public CompletableFuture<Boolean> disconnectWorker(long number) {
        return CompletableFuture.supplyAsync(() -> edge.dismissWorker(number), loop);
    }

    /**
     * Ends a connection at once. Requests of its client are dropped, requests that its worker holds go to others.
     *
     * @param number of the connection, as {@link #connections} tells it
     * @return false if there is no such connection
     */
    public CompletableFuture<Boolean> disconnect(long number) {
        return CompletableFuture.supplyAsync(() -> edge.disconnect(number), loop);
    }

    /**
     * How the broker is doing. {@link BrokerObserver#sampled} has the same once a second.
     *
     * @return what there is now
     */
    public CompletableFuture<BrokerSnapshot> snapshot() {
        return CompletableFuture.supplyAsync(edge::snapshot, loop);
    }

    /**
     * The workers, a page of them, in the order in which they came.
     *
     * @param after the number after which the page begins; 0 for the first one
     * @param most how many at most
     * @return the workers; if there are as many as may be, there may be more
     */
    public CompletableFuture<List<WorkerSnapshot>> workers(long after, int most) {
        return CompletableFuture.supplyAsync(() -> edge.workers(after, most), loop);
    }

    /**
     * The connections, a page of them, in the order in which they came.
     *
     * @param after the number after which the page begins; 0 for the first one
     * @param most how many at most
     * @return the connections; if there are as many as may be, there may be more
     */
    public CompletableFuture<List<ConnectionSnapshot>> connections(long after, int most) {
        return CompletableFuture.supplyAsync(() -> edge.connections(after, most), loop);
    }

    /**
     * Ends in good order. Endpoints are closed, further requests and registrations refused; what was accepted before is finished, except what waits
     * for a service that has no worker. Then, or when the time is over, it goes on as {@link #close()} does, which ends it at once if called meanwhile.
     *
     * <p>A client that sends a request from now on is refused by the end of its connection, as soon as it waits for no other reply.
     *
     * @param time how long to wait for what is under way
     * @return completes when the connections are closed: true if every accepted request ended as it should
     */
    public CompletableFuture<Boolean> drain(Duration time) {
        return CompletableFuture.supplyAsync(() -> edge.drain(time), loop)
                .thenCompose(Function.identity())
                .thenApplyAsync(allDone -> {
                    close();
                    return allDone;
                });
    }

    /**
     * Takes leave of the workers and ends all connections. Waits for that a few seconds at most, unless called on the broker's event loop. May be
     * called twice, from any thread.
     */
    @Override
    public void close() {
        if (!loop.isShuttingDown()) {
            CompletableFuture<Void> closed = new CompletableFuture<>();
            // The JDK gives a closed channel's port back at the next select, and an event loop selects before it gets to what is scheduled now.
            loop.execute(() -> edge.close().addListener(done -> loop.schedule(() -> closed.complete(null), 0, TimeUnit.NANOSECONDS)));
            await(closed);
        }
        if (ownsTransport) {
            transport.close();
        }
    }

    /** Bound endpoints and connections, for tests that look for what is left over. */
    int channels() {
        return edge.channels();
    }

    private static String newInstance() {
        byte[] octets = new byte[16];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private void await(CompletableFuture<Void> closed) {
        if (loop.inEventLoop()) {
            return;
        }
        try {
            closed.get(CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The connections that are left end with the event loop, or when their peers do.
        }
    }
}
