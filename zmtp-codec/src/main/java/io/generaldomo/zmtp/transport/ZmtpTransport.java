package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpLimits;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Opens channels that speak ZMTP: the event loops and the allocator that brokers, clients, workers and sockets run on.
 *
 * <p>Either owns its event loops ({@link #create(int)}), and then {@link #close()} ends them, or borrows the caller's
 * ({@link #using(EventLoopGroup, ByteBufAllocator)}), and then it leaves them alone. Thread-safe.
 */
public final class ZmtpTransport implements AutoCloseable {
    private static final Duration CLOSE_TIME = Duration.ofSeconds(5);

    private final IoKind io;
    private final EventLoopGroup group;
    private final ByteBufAllocator allocator;
    private final boolean owned;
    private final TransportOptions options;
    private final LongAdder refused;
    /**
     * The channels that are open; one that comes after {@link #close()} is closed at once. Netty's event loop (4.2.18) does not see to that in any case:
     * without a quiet period it ends at the task that it is at, and looks for open channels only before its tasks.
     */
    private final ChannelGroup channels;

    private final ConnectionChannels connections;
    private final DatagramChannels datagrams;

    private ZmtpTransport(
            IoKind io,
            EventLoopGroup group,
            ByteBufAllocator allocator,
            boolean owned,
            TransportOptions options,
            LongAdder refused,
            ChannelGroup channels) {
        this.io = io;
        this.group = group;
        this.allocator = allocator;
        this.owned = owned;
        this.options = options;
        this.refused = refused;
        this.channels = channels;
        this.connections = new ConnectionChannels(io, allocator, channels, options, refused);
        this.datagrams = new DatagramChannels(io, allocator, channels, options.multicast());
    }

    private static ZmtpTransport on(IoKind io, EventLoopGroup group, ByteBufAllocator allocator, boolean owned) {
        ChannelGroup none = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
        return new ZmtpTransport(io, group, allocator, owned, TransportOptions.DEFAULT, new LongAdder(), none);
    }

    /**
     * A transport with event loops of its own, on daemon threads, with the {@linkplain IoKind#best() best} I/O there is: the JDK's, unless the jar of a
     * native transport is on the class path.
     *
     * @param threads number of event loops, one thread each
     * @return a transport that the caller closes
     */
    public static ZmtpTransport create(int threads) {
        return create(threads, IoKind.best());
    }

    /**
     * A transport with event loops of its own, on daemon threads, and with Netty's pooled allocator, whose buffers cost the heap less than those of its
     * adaptive one: a request through the broker, some 460 octets less (Netty 4.2.18).
     *
     * @param threads number of event loops, one thread each
     * @param io what moves the octets
     * @return a transport that the caller closes
     * @throws IllegalArgumentException if that is not available here
     */
    public static ZmtpTransport create(int threads, IoKind io) {
        if (!io.isAvailable()) {
            throw new IllegalArgumentException(io + " is not available: its jar is not on the class path, or the system does not have what it needs");
        }
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("zmtp", true), io.handlers());
        return on(io, group, PooledByteBufAllocator.DEFAULT, true);
    }

    /**
     * A transport on the caller's event loops.
     *
     * @param group an event loop or a group of them, of one of the {@linkplain IoKind kinds} of Netty's
     * @param allocator where the buffers of its channels come from
     * @return a transport whose {@link #close()} does nothing
     * @throws IllegalArgumentException if the group is of another kind
     */
    public static ZmtpTransport using(EventLoopGroup group, ByteBufAllocator allocator) {
        if (!(group instanceof IoEventLoopGroup loops)) {
            throw new IllegalArgumentException("an event loop group with NioIoHandler is needed, not a " + group.getClass().getName());
        }
        return on(IoKind.of(loops), group, allocator, false);
    }

    /**
     * This transport with other options.
     *
     * @param changed what holds from now on for what is bound and connected by what is returned
     * @return the same event loops and channels: whichever of the two is closed, both are
     */
    public ZmtpTransport with(TransportOptions changed) {
        return new ZmtpTransport(io, group, allocator, owned, changed, refused, channels);
    }

    /**
     * What moves the octets of this transport.
     *
     * @return the kind of its event loops
     */
    public IoKind io() {
        return io;
    }

    /**
     * Where the buffers of this transport's channels come from.
     *
     * @return the allocator
     */
    public ByteBufAllocator allocator() {
        return allocator;
    }

    /**
     * An event loop of this transport.
     *
     * @return the next one in turn
     */
    public EventLoop nextLoop() {
        return group.next();
    }

    /**
     * Binds an endpoint. It accepts no more connections than {@link ZmtpLimits#accepted()} of the configuration allows; why an accepted one failed
     * is told in the log, see {@link FailureLog}. By {@code udp://} there are none: the bound channel itself has an application's handler.
     *
     * @param endpoint where to bind
     * @param loop the event loop of the bound channel and of all connections that it accepts
     * @param config what this side is
     * @param application makes the handler that stands above the ZMTP handlers of an accepted connection
     * @return the bound channel; fails with an {@link java.io.IOException} if the address cannot be bound
     * @throws IllegalArgumentException if the endpoint is one for connecting or none for this side, or an abstract name where there are none, or TLS lacks
     *     a certificate
     */
    public ChannelFuture bind(Endpoint endpoint, EventLoop loop, ZmtpConfig config, Supplier<? extends ChannelHandler> application) {
        EndpointUse.requireBinding(endpoint, config);
        if (endpoint.scheme() == Scheme.UDP) {
            return datagrams.bind(endpoint, loop, config, application.get());
        }
        return bind(endpoint, loop, () -> config, application);
    }

    /**
     * Binds an endpoint whose configuration may change while it is bound. A change is for connections to come; those that exist keep what they have.
     *
     * @param endpoint where to bind
     * @param loop the event loop of the bound channel and of all connections that it accepts
     * @param config what this side is; asked on the event loop for each connection
     * @param application makes the handler that stands above the ZMTP handlers of an accepted connection
     * @return the bound channel; fails with an {@link java.io.IOException} if the address cannot be bound
     * @throws IllegalArgumentException as {@link #bind(Endpoint, EventLoop, ZmtpConfig, Supplier)}
     */
    public ChannelFuture bind(Endpoint endpoint, EventLoop loop, Supplier<ZmtpConfig> config, Supplier<? extends ChannelHandler> application) {
        return connections.bind(IpcFile.named(endpoint.requireBindable()), loop, config, application);
    }

    /**
     * How many connections were closed at once, because there were too many.
     *
     * @return their number, over all endpoints that this transport has bound
     */
    public long refusedConnections() {
        return refused.sum();
    }

    /** Where to connect for an endpoint, address by address. */
    CompletableFuture<List<SocketAddress>> addresses(Endpoint endpoint, NameService names) {
        return names.addresses(endpoint, io, options.proxy());
    }

    /**
     * Connects once. {@link ZmtpConnection} is what comes back after a loss.
     *
     * @param endpoint where to connect
     * @param address what the endpoint stands for; if there is a proxy, its own
     * @param loop the event loop of the connection
     * @param config what this side is
     * @param application the handler that stands above the ZMTP handlers
     * @return the connected channel, the handshake still to come; fails with an {@link java.io.IOException} if nothing accepts there
     * @throws IllegalArgumentException if a file for TLS cannot be read, or the endpoint is none for this side
     */
    public ChannelFuture connect(Endpoint endpoint, SocketAddress address, EventLoop loop, ZmtpConfig config, ChannelHandler application) {
        EndpointUse.requireConnecting(endpoint, config);
        if (endpoint.scheme() == Scheme.UDP) {
            return datagrams.connect(endpoint, (InetSocketAddress) address, loop, application);
        }
        return connections.connect(endpoint, address, loop, config, application);
    }

    /**
     * Closes every channel and ends the event loops, if this transport owns them. Waits for it for a few seconds at most, unless called
     * on one of these event loops. May be called twice, from any thread.
     */
    @Override
    public void close() {
        if (!owned) {
            return;
        }
        channels.close();
        group.shutdownGracefully(0, CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        if (!onOwnLoop()) {
            group.terminationFuture().awaitUninterruptibly(CLOSE_TIME.toMillis());
        }
    }

    private boolean onOwnLoop() {
        for (var executor : group) {
            if (executor.inEventLoop()) {
                return true;
            }
        }
        return false;
    }
}
