package io.generaldomo.zmtp.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDatagramChannel;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moves octets between event loops and the operating system: the JDK, or one of Netty's native transports where its jar is on the class path
 * ({@code netty-transport-native-epoll} or {@code -io_uring}, with the classifier of the platform) and the system has what it needs. Thread-safe.
 */
public enum IoKind {
    /** Linux's epoll, through a native library. */
    EPOLL {
        @Override
        boolean works() {
            return Epoll.isAvailable();
        }

        @Override
        IoHandlerFactory handlers() {
            return EpollIoHandler.newFactory(0, WAITS);
        }

        @Override
        Class<? extends IoHandler> handlerType() {
            return EpollIoHandler.class;
        }

        @Override
        Class<? extends SocketChannel> channelType() {
            return EpollSocketChannel.class;
        }

        @Override
        Class<? extends ServerSocketChannel> serverChannelType() {
            return EpollServerSocketChannel.class;
        }

        @Override
        DatagramChannel datagramChannel(@Nullable SocketProtocolFamily family) {
            return new EpollDatagramChannel(family);
        }

        @Override
        Class<? extends Channel> domainChannelType() {
            return EpollDomainSocketChannel.class;
        }

        @Override
        Class<? extends ServerChannel> serverDomainChannelType() {
            return EpollServerDomainSocketChannel.class;
        }

        @Override
        SocketAddress domainAddress(String path) {
            return new DomainSocketAddress(path.startsWith("@") ? '\0' + path.substring(1) : path);
        }
    },

    /** Linux's io_uring, through a native library. */
    IO_URING {
        @Override
        boolean works() {
            return IoUring.isAvailable();
        }

        @Override
        IoHandlerFactory handlers() {
            return IoUringIoHandler.newFactory();
        }

        @Override
        Class<? extends IoHandler> handlerType() {
            return IoUringIoHandler.class;
        }

        @Override
        Class<? extends SocketChannel> channelType() {
            return IoUringSocketChannel.class;
        }

        @Override
        Class<? extends ServerSocketChannel> serverChannelType() {
            return IoUringServerSocketChannel.class;
        }

        @Override
        DatagramChannel datagramChannel(@Nullable SocketProtocolFamily family) {
            return new IoUringDatagramChannel(family);
        }

        @Override
        Class<? extends Channel> domainChannelType() {
            return IoUringDomainSocketChannel.class;
        }

        @Override
        Class<? extends ServerChannel> serverDomainChannelType() {
            return IoUringServerDomainSocketChannel.class;
        }

        @Override
        SocketAddress domainAddress(String path) {
            return new DomainSocketAddress(path.startsWith("@") ? '\0' + path.substring(1) : path);
        }
    },

    /** The JDK's selectors, which are there on every platform. */
    NIO {
        @Override
        boolean works() {
            return true;
        }

        @Override
        IoHandlerFactory handlers() {
            return NioIoHandler.newFactory(SelectorProvider.provider(), WAITS);
        }

        @Override
        Class<? extends IoHandler> handlerType() {
            return NioIoHandler.class;
        }

        @Override
        Class<? extends SocketChannel> channelType() {
            return NioSocketChannel.class;
        }

        @Override
        Class<? extends ServerSocketChannel> serverChannelType() {
            return NioServerSocketChannel.class;
        }

        @Override
        DatagramChannel datagramChannel(@Nullable SocketProtocolFamily family) {
            return new NioDatagramChannel(family);
        }

        @Override
        Class<? extends Channel> domainChannelType() {
            return NioDomainSocketChannel.class;
        }

        @Override
        Class<? extends ServerChannel> serverDomainChannelType() {
            return NioServerDomainSocketChannel.class;
        }

        @Override
        SocketAddress domainAddress(String path) {
            if (path.startsWith("@")) {
                throw new IllegalArgumentException("ipc://" + path + " is an abstract name, which the JDK does not have: it takes netty-transport-native-epoll "
                        + "or -io_uring on the class path, and Linux");
            }
            return UnixDomainSocketAddress.of(path);
        }
    };

    /** How event loops wait; those of io_uring have no such choice. */
    private static final SelectStrategyFactory WAITS = () -> new LookAgain(System::nanoTime);

    abstract boolean works();

    abstract IoHandlerFactory handlers();

    abstract Class<? extends IoHandler> handlerType();

    abstract Class<? extends SocketChannel> channelType();

    abstract Class<? extends ServerSocketChannel> serverChannelType();

    /** A channel for datagrams of a family of addresses, or of both. */
    abstract DatagramChannel datagramChannel(@Nullable SocketProtocolFamily family);

    abstract Class<? extends Channel> domainChannelType();

    abstract Class<? extends ServerChannel> serverDomainChannelType();

    /**
     * The address of a Unix domain socket.
     *
     * @param path of its file, or an abstract name behind {@code @}
     * @throws IllegalArgumentException if that is an abstract name, and there are none with this kind
     */
    abstract SocketAddress domainAddress(String path);

    /**
     * Whether it can be used here.
     *
     * @return false if its jar is not there, or the system does not have what it needs
     */
    public boolean isAvailable() {
        try {
            return works();
        } catch (LinkageError missing) {
            return false; // the jar with its classes is optional
        }
    }

    /**
     * What a transport uses that is told nothing else: a native one where it is available, since nobody puts its jar there for nothing.
     *
     * @return the first one that is available
     */
    public static IoKind best() {
        return Stream.of(values()).filter(IoKind::isAvailable).findFirst().orElse(NIO);
    }

    /** Of which kind somebody else's event loops are. */
    static IoKind of(IoEventLoopGroup group) {
        return Stream.of(values())
                .filter(IoKind::isAvailable)
                .filter(kind -> group.isIoType(kind.handlerType()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "an event loop group with the I/O handler of NIO, epoll or io_uring is needed, not " + group));
    }
}
