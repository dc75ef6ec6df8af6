package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
 */
public final class GdpBroker implements AutoCloseable {
    private static final Duration CLOSE_TIME = Duration.ofSeconds(3);

    private final BrokerConfig config;
    private final ZmtpTransport transport;
    private final boolean ownsTransport;
    private final EventLoop loop;
    private final BrokerEdge edge;

    private GdpBroker(BrokerConfig config, ZmtpTransport transport, boolean ownsTransport) {
        this.config = config;
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.loop = transport.nextLoop();
        this.edge = new BrokerEdge(config, loop);
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
     * @param endpoint such as {@code tcp://127.0.0.1:5555}; the host {@code *} means all interfaces, the port {@code *} or 0 a free one
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
        ZmtpConfig zmtp = ZmtpConfig.of(first, others).withLimits(config.limits()).withHeartbeat(config.ping());
        for (SocketType type : zmtp.socketTypes()) {
            if (type != SocketType.SERVER && type != SocketType.ROUTER) {
                throw new IllegalArgumentException("a broker is a SERVER or a ROUTER, not a " + type);
            }
        }
        CompletableFuture<Endpoint> bound = new CompletableFuture<>();
        ChannelFuture binding = transport.bind(Endpoint.parse(endpoint), loop, zmtp, edge::newPeer);
        binding.addListener(done -> {
            if (done.isSuccess()) {
                edge.add(binding.channel());
                bound.complete(Endpoint.of((InetSocketAddress) binding.channel().localAddress()));
            } else {
                bound.completeExceptionally(done.cause());
            }
        });
        return bound;
    }

    /**
     * Takes leave of the workers and ends all connections. Waits for that a few seconds at most, unless called on the broker's event loop. May be
     * called twice, from any thread.
     */
    @Override
    public void close() {
        if (!loop.isShuttingDown()) {
            CompletableFuture<Void> closed = new CompletableFuture<>();
            loop.execute(() -> edge.close().addListener(done -> closed.complete(null)));
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
