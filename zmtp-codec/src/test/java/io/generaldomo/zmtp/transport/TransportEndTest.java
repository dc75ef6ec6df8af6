package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.io.File;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the event loops are doing when a transport ends, no channel is left open. */
class TransportEndTest {
    private static final long PATIENCE = 20;
    private static final File OPEN_FILES = new File("/proc/self/fd");
    private static final ZmtpConfig CONFIG = ZmtpConfig.of(SocketType.DEALER);
    private static final ReconnectPolicy QUICK = new ReconnectPolicy(Duration.ofNanos(1), Duration.ofMillis(1));

    private final ZmtpTransport servers = ZmtpTransport.create(1);
    private final ZmtpTransport ending = ZmtpTransport.create(1);
    private final EventLoop loop = ending.nextLoop();
    private final Queue<Channel> accepted = new ConcurrentLinkedQueue<>();
    private InetSocketAddress address;

    @BeforeEach
    void bind() {
        address = (InetSocketAddress) bindOn(servers).localAddress();
    }

    @AfterEach
    void stop() {
        ending.close();
        servers.close();
    }

    private Channel bindOn(ZmtpTransport transport) {
        return transport.bind(Endpoint.parse("tcp://127.0.0.1:*"), transport.nextLoop(), CONFIG, () -> new Nobody() {
                    @Override
                    public void handlerAdded(ChannelHandlerContext ctx) {
                        accepted.add(ctx.channel());
                    }
                })
                .syncUninterruptibly()
                .channel();
    }

    private Channel connectOn(ZmtpTransport transport, EventLoop onLoop) {
        return transport.connect(Endpoint.of(address), address, onLoop, CONFIG, new Nobody()).channel();
    }

    /** Does not mind that its peers leave in the middle of everything. */
    private static class Nobody extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {}
    }

    private static void isClosed(Channel channel) {
        assertThat(channel.closeFuture().awaitUninterruptibly(PATIENCE, TimeUnit.SECONDS)).as("closed: " + channel).isTrue();
    }

    /** Ends the transport while its event loop is at a task, and lets the task end with something that is done after the end has begun. */
    private void endDuringATask(Runnable last) throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Void> begun = new CompletableFuture<>();
        loop.execute(() -> {
            atWork.countDown();
            begun.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
            last.run();
        });
        assertThat(atWork.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
        while (!loop.isShuttingDown()) {
            Thread.onSpinWait();
        }
        begun.complete(null);
        end.join();
        assertThat(loop.isTerminated()).isTrue();
    }

    @Test
    void closesItsConnections() throws InterruptedException {
        Channel connection = ending.connect(Endpoint.of(address), address, loop, CONFIG, new Nobody()).syncUninterruptibly().channel();
        endDuringATask(() -> {});
        isClosed(connection);
    }

    @Test
    void closesWhatItHasBoundAndAccepted() throws InterruptedException {
        Channel bound = bindOn(ending);
        address = (InetSocketAddress) bound.localAddress();
        connectOn(servers, servers.nextLoop());
        while (accepted.isEmpty()) {
            Thread.onSpinWait();
        }
        endDuringATask(() -> {});
        isClosed(bound);
        accepted.forEach(TransportEndTest::isClosed);
    }

    @Test
    void closesWhatIsOpenedMeanwhile() throws InterruptedException {
        CompletableFuture<Channel> late = new CompletableFuture<>();
        endDuringATask(() -> late.complete(connectOn(ending, loop)));
        isClosed(late.join());
    }

    /** The ends come at any stage: name looked up, channel made, connected, in the handshake, done. */
    @Test
    void manyThatComeAndGoLeaveNothingOpen() {
        Assumptions.assumeTrue(OPEN_FILES.isDirectory(), "file descriptors can be counted");
        for (int i = 0; i < 20; i++) {
            comeAndGo(i);
        }
        awaitNobody();
        int before = openFiles();
        for (int i = 0; i < 400; i++) {
            comeAndGo(i);
        }
        awaitNobody();
        assertThat(openFiles()).isLessThanOrEqualTo(before);
    }

    private void comeAndGo(int stage) {
        try (ZmtpTransport visitor = ZmtpTransport.create(1)) {
            EventLoop its = visitor.nextLoop();
            for (int i = 0; i < 4; i++) {
                ZmtpConnection.open(visitor, Endpoint.of(address), its, CONFIG, QUICK, Nobody::new);
            }
            LockSupport.parkNanos(stage * 13L % 400 * 10_000);
        }
    }

    /** Until the servers have noticed that everybody has gone. */
    private void awaitNobody() {
        for (Channel next = accepted.poll(); next != null; next = accepted.poll()) {
            isClosed(next);
        }
    }

    private static int openFiles() {
        return Objects.requireNonNull(OPEN_FILES.list()).length;
    }
}
