package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to an endpoint, or to any one of several: connects, and connects again after each loss or failure, until it is closed.
 *
 * <p>Each attempt resolves the host name anew and tries every address it has, until one of them completes the handshake: an address that accepts the
 * connection, but drops it before, is no peer. {@link ReconnectPolicy} sets the pace of the attempts; it starts over when a handshake succeeds. A
 * failure that trying again cannot mend, such as wrong credentials, is logged once, and from then on attempts come at the policy's slowest pace: the
 * peer may be set right one day.
 *
 * <p>Confined to its event loop, except {@link #open} and {@link #close}, which may be called from any thread. The handlers it makes see one
 * connection each: {@link ZmtpHandshakeCompleted} when it can be used, {@code channelInactive} when it is lost.
 */
public final class ZmtpConnection {
    private static final Logger log = LoggerFactory.getLogger(ZmtpConnection.class);

    private final ZmtpTransport transport;
    private final Supplier<Endpoint> endpoints;
    private final EventLoop loop;
    private final ZmtpConfig config;
    private final ReconnectPolicy policy;
    private final Supplier<? extends ChannelHandler> application;
    private final NameService names;
    private final Deque<SocketAddress> untried = new ArrayDeque<>();
    private @Nullable Endpoint endpoint;
    private int failures;
    /** Why the peer cannot be talked to, until it can. */
    private @Nullable ZmtpException permanent;
    private @Nullable Channel channel;
    private boolean closed;
    private BiConsumer<? super String, ? super Duration> retries = (why, delay) -> {};

    private ZmtpConnection(
            ZmtpTransport transport,
            Supplier<Endpoint> endpoints,
            EventLoop loop,
            ZmtpConfig config,
            ReconnectPolicy policy,
            Supplier<? extends ChannelHandler> application,
            NameService names) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.loop = loop;
        this.config = config;
        this.policy = policy;
        this.application = application;
        this.names = names;
    }

    /**
     * Begins to connect.
     *
     * @param transport opens the channels
     * @param endpoint where to connect
     * @param loop the event loop of every connection
     * @param config what this side is
     * @param policy pace of the attempts
     * @param application makes the handler that stands above the ZMTP handlers, one for each connection
     * @return the connection, to be closed by the caller
     * @throws IllegalArgumentException if the endpoint is a wildcard, or none for this side
     */
    public static ZmtpConnection open(
            ZmtpTransport transport,
            Endpoint endpoint,
            EventLoop loop,
            ZmtpConfig config,
            ReconnectPolicy policy,
            Supplier<? extends ChannelHandler> application) {
        Endpoint only = endpoint.requireConnectable(config);
        return open(transport, () -> only, loop, config, policy, application);
    }

    /**
     * Begins to connect to one of several endpoints.
     *
     * @param transport opens the channels
     * @param endpoints where to connect: asked on the event loop before each attempt, for an endpoint without wildcards
     * @param loop the event loop of every connection
     * @param config what this side is
     * @param policy pace of the attempts
     * @param application makes the handler that stands above the ZMTP handlers, one for each connection
     * @return the connection, to be closed by the caller
     */
    public static ZmtpConnection open(
            ZmtpTransport transport,
            Supplier<Endpoint> endpoints,
            EventLoop loop,
            ZmtpConfig config,
            ReconnectPolicy policy,
            Supplier<? extends ChannelHandler> application) {
        return open(transport, endpoints, loop, config, policy, application, NameService.OF_THE_JDK);
    }

    static ZmtpConnection open(
            ZmtpTransport transport,
            Supplier<Endpoint> endpoints,
            EventLoop loop,
            ZmtpConfig config,
            ReconnectPolicy policy,
            Supplier<? extends ChannelHandler> application,
            NameService names) {
        ZmtpConnection connection = new ZmtpConnection(transport, endpoints, loop, config, policy, application, names);
        loop.execute(connection::resolve);
        return connection;
    }

    /**
     * Tells of each attempt that is to come, why it is needed and how long it waits. To be called on the event loop, where the connection was opened.
     *
     * @param listener told on the event loop; must not block or throw
     * @return this connection
     */
    public ZmtpConnection tellingRetries(BiConsumer<? super String, ? super Duration> listener) {
        retries = listener;
        return this;
    }

    /** Ends the connection at once, and all attempts to get another one. */
    public void close() {
        if (loop.inEventLoop()) {
            closeNow();
        } else if (!loop.isShuttingDown()) {
            loop.execute(this::closeNow);
        }
    }

    /** Lets the connection live that there is, and makes no further attempt when it is lost. To be called on the event loop. */
    public void reconnectNoMore() {
        closed = true;
    }

    private void closeNow() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }

    /** Nothing begins on an event loop that ends. */
    private boolean isOver() {
        return closed || loop.isShuttingDown();
    }

    private void resolve() {
        if (isOver()) {
            return;
        }
        Endpoint next = endpoints.get();
        endpoint = next;
        try {
            transport.addresses(next, names).whenCompleteAsync(this::resolved, loop);
        } catch (IllegalArgumentException e) {
            log.warn("{}: never connected to: {}", next, e.getMessage()); // nor by trying again
        }
    }

    private void resolved(@Nullable List<SocketAddress> addresses, @Nullable Throwable failure) {
        if (addresses == null) {
            failed("its name cannot be resolved", failure);
        } else {
            untried.clear();
            untried.addAll(addresses);
            connect();
        }
    }

    private void connect() {
        SocketAddress address = untried.poll();
        Endpoint there = endpoint;
        if (isOver() || address == null || there == null) {
            return;
        }
        Attempt attempt = new Attempt();
        ChannelFuture connecting;
        try {
            connecting = transport.connect(there, address, loop, config, new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel fresh) {
                    fresh.pipeline().addLast(attempt, application.get());
                }
            });
        } catch (IllegalArgumentException e) {
            refused(new ZmtpException(Reason.NOT_AUTHENTICATED, e.getMessage()));
            failed("it cannot be connected to", e);
            return;
        }
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connecting.channel().closeFuture().addListener(end -> ended(attempt, "the connection was lost", null));
            } else {
                ended(attempt, "nothing accepts connections there", done.cause());
            }
        });
    }

    private void ended(Attempt attempt, String what, @Nullable Throwable cause) {
        if (attempt.succeeded || untried.isEmpty()) {
            failed(what, cause);
        } else {
            connect();
        }
    }

    private void failed(String what, @Nullable Throwable cause) {
        channel = null;
        if (isOver()) {
            return;
        }
        Duration delay = policy.delay(permanent == null ? failures : Integer.MAX_VALUE, ThreadLocalRandom.current());
        String why = cause == null ? what : what + " (" + cause.getMessage() + ')';
        log.atDebug().addKeyValue("peer", endpoint).log("{}: {}; next attempt in {} ms", endpoint, why, delay.toMillis());
        failures++;
        retries.accept(why, delay);
        loop.schedule(this::resolve, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void refused(ZmtpException cause) {
        if (permanent == null || permanent.reason() != cause.reason()) {
            log.atWarn().addKeyValue("peer", endpoint).log("{}: {}; trying again slowly", endpoint, cause.getMessage());
        }
        permanent = cause;
    }

    /** To connect to one address. Only a handshake proves that there is a peer one can talk to. */
    private final class Attempt extends ChannelInboundHandlerAdapter {
        private boolean succeeded;

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ZmtpHandshakeCompleted) {
                succeeded = true;
                failures = 0;
                permanent = null;
                ctx.pipeline().remove(this);
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            if (cause instanceof ZmtpException failure && !failure.isTemporary()) {
                refused(failure);
            }
            ctx.fireExceptionCaught(cause);
        }
    }
}
