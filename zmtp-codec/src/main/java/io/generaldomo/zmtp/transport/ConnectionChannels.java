package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.local.LocalAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Opens the channels of connections: those that accept, and those that connect. Immutable. */
final class ConnectionChannels {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

    private final IoKind io;
    private final ByteBufAllocator allocator;
    private final ChannelGroup open;
    private final TransportOptions options;
    private final LongAdder refused;

    /**
     * Opens channels of a transport.
     *
     * @param open every channel is put there
     * @param refused counts connections that are one too many
     */
    ConnectionChannels(IoKind io, ByteBufAllocator allocator, ChannelGroup open, TransportOptions options, LongAdder refused) {
        this.io = io;
        this.allocator = allocator;
        this.open = open;
        this.options = options;
        this.refused = refused;
    }

    ChannelFuture bind(Endpoint endpoint, EventLoop loop, Supplier<ZmtpConfig> config, Supplier<? extends ChannelHandler> application) {
        LowerLayers lower = LowerLayers.accepting(endpoint, options);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop, loop)
                .childOption(ChannelOption.ALLOCATOR, allocator)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        lower.bind(channel);
                        open.add(channel);
                    }
                })
                .childHandler(new Entrance(lower, config, application, loop.ticker(), refused, open));
        return switch (endpoint.scheme()) {
            case IPC -> bootstrap.channel(io.serverDomainChannelType()).bind(io.domainAddress(endpoint.path()));
            case INPROC -> bootstrap.channelFactory(InprocChannel.Server::new).bind(new LocalAddress(endpoint.path()));
            default -> bootstrap.channel(io.serverChannelType())
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .bind(LocalAddresses.of(endpoint));
        };
    }

    ChannelFuture connect(Endpoint endpoint, SocketAddress address, EventLoop loop, ZmtpConfig config, ChannelHandler application) {
        LowerLayers lower = LowerLayers.connecting(endpoint, options);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .disableResolver()
                .option(ChannelOption.ALLOCATOR, allocator)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIME.toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        lower.connect(channel, config, address);
                        channel.pipeline().addLast(application);
                        open.add(channel);
                    }
                });
        return switch (endpoint.scheme()) {
            case IPC -> bootstrap.channel(io.domainChannelType()).connect(address);
            case INPROC -> bootstrap.channelFactory(InprocChannel::new).connect(address);
            default -> bootstrap.channel(io.channelType())
                    .option(ChannelOption.TCP_NODELAY, true)
                    .connect(lower.destination(address), endpoint.source().map(LocalAddresses::of).orElse(null));
        };
    }
}
