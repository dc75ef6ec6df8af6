package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.transport.udp.AddressedDatagrams;
import io.generaldomo.zmtp.transport.udp.DishDatagrams;
import io.generaldomo.zmtp.transport.udp.RadioDatagrams;
import io.generaldomo.zmtp.wire.GroupDatagram;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the channels of {@code udp://}: one for each address that a RADIO connects to, one for each that a DISH or a DGRAM
 * binds. Immutable. */
final class DatagramChannels {
    private final IoKind io;
    private final ByteBufAllocator allocator;
    private final ChannelGroup open;
    private final Multicast multicast;

    DatagramChannels(IoKind io, ByteBufAllocator allocator, ChannelGroup open, Multicast multicast) {
        this.io = io;
        this.allocator = allocator;
        this.open = open;
        this.multicast = multicast;
    }

    /** Opens a channel that sends to an address. It connects to nothing, and so learns nothing of what becomes of its datagrams. */
    ChannelFuture connect(Endpoint endpoint, InetSocketAddress to, EventLoop loop, ChannelHandler application) {
        MulticastGroup group = group(endpoint, to);
        return bootstrap(loop, familyOf(to), channel -> {
            if (group != null) {
                group.aim(channel, multicast);
            }
            channel.pipeline().addLast(new RadioDatagrams(to), application);
        }).option(ChannelOption.AUTO_READ, false).bind(anyAddress(to, 0));
    }

    /** Opens a channel that receives what is sent to an address, of this machine or of a group. */
    ChannelFuture bind(Endpoint endpoint, EventLoop loop, ZmtpConfig config, ChannelHandler application) {
        InetSocketAddress address = LocalAddresses.of(endpoint);
        MulticastGroup group = group(endpoint, address);
        SocketProtocolFamily family = endpoint.host().equals(Endpoint.ANY) ? null : familyOf(address);
        Bootstrap bootstrap = bootstrap(loop, family, channel -> {
                    if (group != null) {
                        group.aim(channel, multicast);
                    }
                    channel.pipeline().addLast(handler(config), application);
                })
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(GroupDatagram.LONGEST + 1)) // what is too long shows by that
                .option(ChannelOption.SO_REUSEADDR, group != null); // of what goes to a group everybody gets a copy; of all else only one would
        return group == null ? bootstrap.bind(address) : joined(group, loop, bootstrap.bind(anyAddress(address, address.getPort())));
    }

    private static ChannelHandler handler(ZmtpConfig config) {
        long longest = config.limits().messageSize();
        return config.socketTypes().contains(SocketType.DGRAM) ? new AddressedDatagrams(longest) : new DishDatagrams(longest);
    }

    private Bootstrap bootstrap(EventLoop loop, @Nullable SocketProtocolFamily family, Consumer<DatagramChannel> pipeline) {
        return new Bootstrap()
                .group(loop)
                .channelFactory(() -> io.datagramChannel(family))
                .option(ChannelOption.ALLOCATOR, allocator)
                .handler(new ChannelInitializer<DatagramChannel>() {
                    @Override
                    protected void initChannel(DatagramChannel channel) {
                        pipeline.accept(channel);
                        open.add(channel);
                    }
                });
    }

    private static ChannelFuture joined(MulticastGroup group, EventLoop loop, ChannelFuture binding) {
        DatagramChannel channel = (DatagramChannel) binding.channel();
        ChannelPromise joined = new DefaultChannelPromise(channel, loop);
        binding.addListener(bound -> {
            if (bound.isSuccess()) {
                group.join(channel).addListener(end -> complete(joined, channel, end.cause()));
            } else {
                joined.setFailure(bound.cause());
            }
        });
        return joined;
    }

    private static void complete(ChannelPromise joined, Channel channel, @Nullable Throwable failure) {
        if (failure == null) {
            joined.setSuccess();
        } else {
            channel.close();
            joined.setFailure(failure);
        }
    }

    private static @Nullable MulticastGroup group(Endpoint endpoint, InetSocketAddress address) {
        if (!address.isUnresolved() && address.getAddress().isMulticastAddress()) {
            return MulticastGroup.of(endpoint, address);
        }
        if (endpoint.source().isPresent()) {
            throw new IllegalArgumentException("bad address '" + endpoint + "': an interface goes with the address of a multicast group");
        }
        return null;
    }

    /** Null, which means both families, for a name that was not found: binding to it fails in its time. */
    private static @Nullable SocketProtocolFamily familyOf(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return null;
        }
        return address.getAddress() instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
    }

    private static InetSocketAddress anyAddress(InetSocketAddress like, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[like.getAddress().getAddress().length]), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e); // four octets or sixteen
        }
    }
}
