package io.generaldomo.zmtp.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name with several addresses, of which not all have a ZMTP peer: 127.0.0.1 has one, 127.0.0.2 has somebody else at the same port. */
class NamedEndpointTest {
    private static final long PATIENCE = 20;
    private static final ReconnectPolicy QUICK = new ReconnectPolicy(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final ReconnectPolicy NEVER = new ReconnectPolicy(Duration.ofDays(1), Duration.ofDays(1));
    private static final ZmtpConfig DEALER = ZmtpConfig.of(SocketType.DEALER);
    private static final String PEER = "127.0.0.1";
    private static final String OTHER = "127.0.0.2";

    private final ZmtpTransport transport = ZmtpTransport.create(1);
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Channel> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private int port;
    private ServerSocket other;

    @AfterEach
    void stop() throws IOException {
        transport.close();
        if (other != null) {
            other.close();
        }
    }

    private void bindPeer() {
        Channel bound = transport.bind(
                        Endpoint.parse("tcp://" + PEER + ":*"), transport.nextLoop(), ZmtpConfig.of(SocketType.ROUTER), () -> new Listener(accepted))
                .syncUninterruptibly()
                .channel();
        port = ((InetSocketAddress) bound.localAddress()).getPort();
    }

    /** Accepts connections and does something with each. */
    private void bindOther(Consumer<Socket> then) throws IOException {
        other = new ServerSocket(port, 50, InetAddress.getByName(OTHER));
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    then.accept(other.accept());
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    private void connect(ReconnectPolicy policy, ZmtpConfig config, NameService names) {
        Endpoint broker = Endpoint.tcp("broker.example", port);
        ZmtpConnection.open(transport, () -> broker, transport.nextLoop(), config, policy, () -> new Listener(ready), host -> {
            lookUps.incrementAndGet();
            return names.lookUp(host);
        });
    }

    private static List<InetAddress> addresses(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return List.of(all);
    }

    private static Channel next(BlockingQueue<Channel> channels) throws InterruptedException {
        Channel channel = channels.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(channel).as("a handshake in time").isNotNull();
        return channel;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Listener extends ChannelInboundHandlerAdapter {
        private final BlockingQueue<Channel> ready;

        private Listener(BlockingQueue<Channel> ready) {
            this.ready = ready;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ZmtpHandshakeCompleted) {
                ready.add(ctx.channel());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            assertThat(cause).isInstanceOfAny(ZmtpException.class, IOException.class);
        }
    }

    @Test
    void goesOnToTheNextIfNobodyListens() throws Exception {
        bindPeer();
        connect(NEVER, DEALER, host -> addresses(OTHER, PEER));
        next(ready);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void goesOnToTheNextIfTheConnectionIsLostAtOnce() throws Exception {
        bindPeer();
        bindOther(NamedEndpointTest::close);
        connect(NEVER, DEALER, host -> addresses(OTHER, OTHER, PEER));
        next(ready);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void goesOnToTheNextIfSomebodySpeaksAnotherProtocol() throws Exception {
        bindPeer();
        bindOther(socket -> {
            try {
                socket.getOutputStream().write("SSH-2.0-OpenSSH_9.6\r\n".getBytes(US_ASCII));
            } catch (IOException closed) {
                // has seen enough
            }
        });
        connect(NEVER, DEALER, host -> addresses(OTHER, PEER));
        next(ready);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void goesOnToTheNextIfSomebodyIsSilent() throws Exception {
        bindPeer();
        BlockingQueue<Socket> silent = new LinkedBlockingQueue<>();
        bindOther(silent::add);
        ZmtpConfig impatient = DEALER.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofMillis(200)));
        connect(QUICK, impatient, host -> addresses(OTHER, PEER));
        next(ready);
        silent.forEach(NamedEndpointTest::close);
    }

    @Test
    void looksTheNameUpAgainWhenAllAddressesAreUsedUp() throws Exception {
        bindPeer();
        bindOther(NamedEndpointTest::close);
        connect(QUICK, DEALER, host -> switch (lookUps.get()) {
            case 1 -> addresses(OTHER, OTHER);
            case 2 -> throw new UnknownHostException(host);
            default -> addresses(PEER);
        });
        next(ready);
        assertThat(lookUps).hasValue(3);
    }

    @Test
    void looksTheNameUpAgainWhenAPeerIsLost() throws Exception {
        bindPeer();
        BlockingQueue<Socket> others = new LinkedBlockingQueue<>();
        bindOther(others::add);
        connect(QUICK, DEALER, host -> lookUps.get() == 1 ? addresses(PEER, OTHER) : addresses(PEER));
        next(ready);
        next(accepted).close();
        next(ready);
        assertThat(lookUps).hasValue(2);
        assertThat(others).isEmpty();
    }
}
