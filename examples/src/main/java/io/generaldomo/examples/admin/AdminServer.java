package io.generaldomo.examples.admin;

import io.generaldomo.examples.keys.AdminToken;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.metrics.BrokerMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A broker's admin pages over HTTP, at an address of their own and on an event loop of their own, so that no page keeps a message waiting.
 *
 * <p><b>Life cycle.</b> {@link #observe} before the broker is made, {@link #start} after that; {@link #close()} when the broker has ended, so that it can be seen
 * to drain. Thread-safe.
 *
 * <p><b>Safety.</b> Everybody who can reach the address can read; who wants to change something needs the token. There is no TLS: bind the loopback interface,
 * or put a proxy in front. Requests, connections and streams are bounded.
 */
public final class AdminServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 128;
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HEADER = 8192;
    private static final int IDLE_SECONDS = 60;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("admin", true), NioIoHandler.newFactory());
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LiveView view = new LiveView();

    /** Pages that are not there yet. */
    public AdminServer() {
        // Java has no other way to say that this needs nothing.
    }

    /**
     * Has a broker tell these pages what happens in it.
     *
     * @param config the configuration of the broker
     * @return a configuration for one broker
     */
    public BrokerConfig observe(BrokerConfig config) {
        return config.withObserver(new BrokerMetrics(registry)).withObserver(view);
    }

    /**
     * Opens the pages.
     *
     * @param address where to bind; port 0 is a free one
     * @param broker whose configuration was {@linkplain #observe observed}
     * @param token what it takes to change something; nothing if nobody may
     * @param actions what somebody with the token may ask for
     * @return the actual address; fails with an {@link java.io.IOException} if it cannot be bound
     */
    public CompletableFuture<InetSocketAddress> start(InetSocketAddress address, GdpBroker broker, Optional<AdminToken> token, AdminActions actions) {
        Pages pages = new Pages(broker, view, registry, new Keeper(token), actions);
        EventStreams streams = new EventStreams();
        List<Route> routes = pages.routes();
        HostCheck hosts = new HostCheck(address.getHostString());
        view.onSample(sample -> group.execute(() -> {
            if (!streams.isEmpty()) {
                pages.event(sample).thenAcceptAsync(streams::send, group);
            }
        }));
        CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (channels.size() > MOST_CONNECTIONS) {
                            channel.close();
                            return;
                        }
                        channels.add(channel);
                        channel.pipeline().addLast(
                                new IdleStateHandler(0, 0, IDLE_SECONDS),
                                new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(LONGEST_LINE)
                                        .setMaxHeaderSize(LONGEST_HEADER)),
                                new HttpServerKeepAliveHandler(),
                                new WholeRequests(),
                                new AdminHandler(hosts, routes, streams));
                    }
                })
                .bind(address)
                .addListener((ChannelFuture binding) -> {
                    if (binding.isSuccess()) {
                        channels.add(binding.channel());
                        bound.complete((InetSocketAddress) binding.channel().localAddress());
                    } else {
                        bound.completeExceptionally(binding.cause());
                    }
                });
        return bound;
    }

    /** Ends all connections and the event loop. Waits for it for a few seconds at most. May be called twice. */
    @Override
    public void close() {
        view.onSample(sample -> {});
        channels.close();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
