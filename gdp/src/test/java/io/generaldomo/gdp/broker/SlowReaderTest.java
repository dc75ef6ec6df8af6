package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.transport.FailureLog;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A client that asks for much in few octets, and reads nothing of it: what waits for it is bounded, and then it is closed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowReaderTest {
    private static final int REQUESTS = 200;
    private static final byte[] REPLY = new byte[1 << 20];
    private static final long BACKLOG = 4 << 20;

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void a_client_that_reads_no_replies_is_closed_at_the_backlog_and_nobody_else_notices() throws Exception {
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
        BrokerConfig config = BrokerConfig.DEFAULT.withLimits(ZmtpLimits.DEFAULT.withBacklog(BACKLOG));
        GdpBroker broker = GdpBroker.create(config, ZmtpTransport.using(group, allocator));
        listen();
        int port = broker.bind("tcp://127.0.0.1:*").join().port();
        String endpoint = "tcp://127.0.0.1:" + port;
        GdpWorker worker = GdpWorker.serve(endpoint, "large", request -> GdpMessage.of(REPLY));
        try (GdpClient other = GdpClient.connect(endpoint);
                HostilePeer greedy = new HostilePeer(port)) {
            assertThat(other.request("large", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS).frame(0)).hasSize(REPLY.length);
            greedy.sends(HostilePeer.GREETING, HostilePeer.READY, requests());
            assertThat(lines.poll(60, TimeUnit.SECONDS)).startsWith("LIMIT_EXCEEDED ").endsWith("does not read 4194304 octets that wait for it");
            greedy.awaitEnd();
            assertThat(other.request("large", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS).frame(0)).hasSize(REPLY.length);
            assertThat(lines).isEmpty();
        } finally {
            worker.close();
            broker.close();
            logger.detachAppender("test");
            logger.setAdditive(true);
            logger.setLevel(null);
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).await();
        }
    }

    private void listen() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getKeyValuePairs().get(1).value + " " + event.getFormattedMessage());
            }
        };
        appender.setName("test");
        appender.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(appender);
    }

    /** As many requests of MDP 0.1 as the service's queue takes, a few octets each. */
    private static byte[] requests() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < REQUESTS; i++) {
            out.writeBytes(new byte[] {1, 0, 1, 6});
            out.writeBytes("MDPC01".getBytes(US_ASCII));
            out.writeBytes(new byte[] {1, 5});
            out.writeBytes("large".getBytes(US_ASCII));
            out.writeBytes(new byte[] {0, 0});
        }
        return out.toByteArray();
    }
}
