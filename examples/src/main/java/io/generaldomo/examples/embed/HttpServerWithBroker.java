package io.generaldomo.examples.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A broker inside an HTTP server on Netty, on the event loops and the buffers that the server has anyway. What is posted to {@code /SERVICE} is a request
 * to that service, so that who speaks only HTTP reaches workers, too.
 */
public final class HttpServerWithBroker implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final ZmtpTransport transport = ZmtpTransport.using(loops, PooledByteBufAllocator.DEFAULT);
    private final GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT, transport);
    private final Endpoint endpoint;
    private final GdpClient client;
    private final Channel http;

    /**
     * Binds both to the loopback interface.
     *
     * @param brokerPort for clients and workers, 0 for a free one
     * @param httpPort for HTTP, 0 for a free one
     */
    HttpServerWithBroker(int brokerPort, int httpPort) {
        endpoint = broker.bind("tcp://127.0.0.1:" + brokerPort).join();
        client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to(endpoint.toString())), transport);
        http = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new Gateway(client));
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", httpPort))
                .syncUninterruptibly()
                .channel();
    }

    /**
     * Runs until it is killed.
     *
     * @param args two ports, that of the broker and that of HTTP
     * @throws InterruptedException if the thread is told to end
     */
    public static void main(String... args) throws InterruptedException {
        try (HttpServerWithBroker server = new HttpServerWithBroker(Integer.parseInt(args[0]), Integer.parseInt(args[1]))) {
            System.out.println("broker at " + server.endpoint() + ", curl --data hello http://127.0.0.1:" + server.httpPort() + "/upper");
            Thread.currentThread().join();
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    int httpPort() {
        return ((InetSocketAddress) http.localAddress()).getPort();
    }

    /** Closes what it has made, the event loops last: closing a broker or a client leaves those of others alone. */
    @Override
    public void close() {
        http.close().syncUninterruptibly();
        client.close();
        broker.close();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Gateway extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final GdpClient client;

        private Gateway(GdpClient client) {
            this.client = client;
        }

        /** The event loop does not wait: the reply comes when it comes. */
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            String service = request.uri().substring(1);
            if (service.isEmpty()) {
                answer(ctx, HttpResponseStatus.NOT_FOUND, "which service?");
                return;
            }
            client.request(service, GdpMessage.ofUtf8(request.content().toString(UTF_8))).whenComplete((reply, failure) -> {
                if (failure == null) {
                    answer(ctx, HttpResponseStatus.OK, reply.utf8(0));
                } else {
                    answer(ctx, HttpResponseStatus.GATEWAY_TIMEOUT, failure.getMessage());
                }
            });
        }

        private static void answer(ChannelHandlerContext ctx, HttpResponseStatus status, String text) {
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text + "\n", UTF_8));
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
            ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
