package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Malformed input costs its sender the connection and nobody else anything: a client and a worker stay at work while the broker is attacked; at the
 * end no connection and no octet of theirs is left, and nothing was logged as an error.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileBytesTest {
    private static final Duration HANDSHAKE_TIME = Duration.ofSeconds(2);

    private final LoggedProblems problems = new LoggedProblems();
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final GdpBroker broker = GdpBroker.create(
            BrokerConfig.DEFAULT.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(HANDSHAKE_TIME)), ZmtpTransport.using(group, allocator));
    private final int port = broker.bind("tcp://127.0.0.1:*").join().port();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicReference<Throwable> disturbance = new AtomicReference<>();
    private GdpWorker worker;
    private GdpClient client;
    private Thread goodPeer;
    private int channelsBefore;

    @BeforeEach
    void startGoodPeers() throws Exception {
        String endpoint = "tcp://127.0.0.1:" + port;
        worker = GdpWorker.serve(endpoint, "echo", request -> request);
        client = GdpClient.connect(endpoint);
        assertThat(client.request("echo", GdpMessage.ofUtf8("first")).get(30, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("first"));
        channelsBefore = broker.channels();
        goodPeer = new Thread(this::work, "good peer");
        goodPeer.start();
    }

    private void work() {
        try {
            for (int i = 0; working.get(); i++) {
                GdpMessage body = GdpMessage.ofUtf8("request", Integer.toString(i));
                assertThat(client.request("echo", body).get(30, TimeUnit.SECONDS)).isEqualTo(body);
            }
        } catch (Throwable e) {
            disturbance.set(e);
        }
    }

    @AfterEach
    void nobodyElseNoticedAndNothingIsLeft() throws Exception {
        working.set(false);
        goodPeer.join(60_000);
        assertThat(disturbance.get()).isNull();
        await("only the good peers are connected", () -> broker.channels() == channelsBefore);
        assertThat(client.request("echo", GdpMessage.ofUtf8("last")).get(30, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("last"));
        client.close();
        worker.close();
        await("the good peers are gone", () -> broker.channels() == 1);
        await("all memory is given back", () -> allocator.metric().usedDirectMemory() + allocator.metric().usedHeapMemory() == 0);
        broker.close();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).await();
        assertThat(problems.list()).isEmpty();
        problems.close();
    }

    @Test
    void row3_tenThousandConnectionsOfRandomOctets() throws IOException {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            byte[] octets = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 65_536 : 512)];
            random.nextBytes(octets);
            try (HostilePeer peer = new HostilePeer(port)) {
                switch (i % 4) {
                    case 0 -> peer.sends(octets);
                    case 1 -> peer.sends(HostilePeer.GREETING, octets);
                    case 2 -> peer.sends(HostilePeer.GREETING, HostilePeer.READY, octets);
                    default -> peer.sends(HostilePeer.GREETING, HostilePeer.READY, new byte[] {0, 6}, "MDPC01".getBytes(US_ASCII), octets);
                }
                if (i % 8 < 4) {
                    peer.reset();
                }
            }
        }
    }

    @Test
    void row4_connectAndReset() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            HostilePeer peer = new HostilePeer(port);
            if (i % 2 == 0) {
                peer.reset();
            } else {
                peer.close();
            }
        }
    }

    @Test
    void netty42577_halfCloseThenReset() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            HostilePeer peer = new HostilePeer(port);
            if (i % 2 == 0) {
                peer.sends(HostilePeer.GREETING, HostilePeer.READY);
            }
            peer.halfClose();
            peer.reset();
        }
    }

    @Test
    void row8_connectAndSilence() throws IOException {
        List<HostilePeer> silent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            HostilePeer peer = new HostilePeer(port);
            silent.add(i % 2 == 0 ? peer : peer.sends(HostilePeer.GREETING));
        }
        for (HostilePeer peer : silent) {
            peer.awaitEnd();
            peer.close();
        }
    }

    @Test
    void row1_lengthOf2To63() throws IOException {
        for (byte flags = 2; flags < 8; flags++) {
            try (HostilePeer peer = new HostilePeer(port)) {
                peer.sends(HostilePeer.GREETING, HostilePeer.READY, new byte[] {flags, 0x7F, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3});
                if ((flags & 2) != 0) {
                    peer.awaitEnd();
                }
            }
        }
    }

    static List<GoldenVector> brokerVectors() {
        return GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.MAJORDOMO && vector.stands() == Position.TRAFFIC)
                .filter(vector -> vector.group().startsWith("malformed-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("brokerVectors")
    void messagesThatNobodyMaySend(GoldenVector vector) throws IOException {
        try (HostilePeer peer = new HostilePeer(port)) {
            peer.sends(HostilePeer.GREETING, HostilePeer.READY, vector.bytes());
            if (vector.expectation() == Expectation.CLOSE) {
                peer.awaitEnd();
            }
        }
    }

    @Test
    void rows29_30_everyTruncationOfEveryGoldenVector() throws IOException {
        // Without those of the mechanisms that this broker does not have: it closes at their greeting.
        List<GoldenVector> vectors = GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.ZMTP || vector.layer() == Layer.MAJORDOMO)
                .toList();
        for (GoldenVector vector : vectors) {
            byte[] octets = vector.bytes();
            for (int end = 0; end <= octets.length; end++) {
                byte[] truncated = Arrays.copyOf(octets, end);
                try (HostilePeer peer = new HostilePeer(port)) {
                    if (vector.stands() == Position.GREETING) {
                        peer.sends(truncated);
                    } else if (vector.stands() == Position.HANDSHAKE) {
                        peer.sends(HostilePeer.GREETING, truncated);
                    } else {
                        peer.sends(HostilePeer.GREETING, HostilePeer.READY, truncated);
                    }
                }
            }
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** Gives the broker's event loop one turn after the other until the condition holds. */
    private void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            group.next().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).get();
        }
    }
}
