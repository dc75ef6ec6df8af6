package io.generaldomo.examples.embed;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.handler.ZmtpPipeline;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;

/** A Netty server of one's own that speaks ZMTP: whatever a DEALER or a REQ sends comes back. No broker, no sockets, one handler. */
public final class RawEcho {
    private RawEcho() {}

    /**
     * Echoes until it is killed.
     *
     * @param args the port
     * @throws InterruptedException if the thread is told to end
     */
    public static void main(String... args) throws InterruptedException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        bind(loops, new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]))).closeFuture().await();
    }

    /** Binds; the port may be 0. */
    static Channel bind(EventLoopGroup loops, InetSocketAddress address) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ZmtpPipeline.accept(channel.pipeline(), ZmtpConfig.of(SocketType.ROUTER));
                        channel.pipeline().addLast(new Echo());
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    /** Gets whole messages after the handshake, and may write them at any time. What breaks the protocol never comes here: the channel is closed. */
    private static final class Echo extends SimpleChannelInboundHandler<ZmtpMessage> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ZmtpMessage message) {
            ctx.writeAndFlush(message.retain()); // write takes a reference, and the base class another
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            System.err.println(ctx.channel().remoteAddress() + ": " + cause.getMessage());
        }
    }
}
