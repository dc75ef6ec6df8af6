package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a broker ends, with real connections. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokerEndTest {
    private static final GdpMessage QUESTION = GdpMessage.ofUtf8("question");

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final GdpBroker broker = GdpBroker.create();
    private final String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();

    private GdpMessage work(GdpMessage request) throws InterruptedException {
        started.countDown();
        mayFinish.await();
        return request;
    }

    @Test
    void finishesWhatIsUnderWayAndThenCloses() throws Exception {
        try (GdpWorker worker = GdpWorker.serve(endpoint, "slow", this::work); GdpClient client = GdpClient.connect(endpoint)) {
            assertThat(worker).isNotNull();
            CompletableFuture<GdpMessage> reply = client.request("slow", QUESTION).toCompletableFuture();
            started.await();
            CompletableFuture<Boolean> drained = broker.drain(Duration.ofSeconds(50));
            CompletableFuture<Boolean> again = broker.drain(Duration.ofSeconds(1));
            assertThat(broker.drainWorker(1).get(30, TimeUnit.SECONDS)).isTrue();
            mayFinish.countDown();
            assertThat(reply.get(30, TimeUnit.SECONDS)).isEqualTo(QUESTION);
            assertThat(drained.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(again.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(broker.channels()).isZero();
        }
    }

    @Test
    void itsPortIsFreeWhenItIsClosed() {
        broker.close();
        try (ZmtpTransport transport = ZmtpTransport.create(1)) {
            for (int i = 0; i < 100; i++) {
                GdpBroker next = GdpBroker.create(BrokerConfig.DEFAULT, transport);
                next.bind(endpoint).join();
                next.close();
            }
        }
    }

    @Test
    void endsAtTheDeadline() throws Exception {
        try (GdpWorker worker = GdpWorker.serve(endpoint, "slow", this::work); GdpClient client = GdpClient.connect(endpoint)) {
            assertThat(worker).isNotNull();
            client.request("slow", QUESTION);
            started.await();
            assertThat(broker.drain(Duration.ofMillis(1)).get(30, TimeUnit.SECONDS)).isFalse();
            assertThat(broker.channels()).isZero();
            mayFinish.countDown();
        }
    }

    @Test
    void closeEndsADrainAtOnce() throws Exception {
        try (GdpWorker worker = GdpWorker.serve(endpoint, "slow", this::work); GdpClient client = GdpClient.connect(endpoint)) {
            assertThat(worker).isNotNull();
            client.request("slow", QUESTION);
            started.await();
            CompletableFuture<Boolean> drained = broker.drain(Duration.ofHours(1));
            broker.close();
            assertThat(drained.get(30, TimeUnit.SECONDS)).isFalse();
            mayFinish.countDown();
        }
    }

    @Test
    void tellsWhichInstanceItIs() throws Exception {
        try (GdpClient client = GdpClient.connect(endpoint)) {
            GdpMessage reply = client.request("mmi.broker", GdpMessage.EMPTY).toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(reply.utf8(0)).isEqualTo("200");
            assertThat(reply.utf8(2)).isEqualTo("instance=" + broker.instance());
            assertThat(broker.instance()).matches("[0-9a-f]{32}");
        }
        try (HostilePeer peer = new HostilePeer(Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1)))) {
            peer.sends(HostilePeer.GREETING, HostilePeer.READY);
            assertThat(peer.readUntil(broker.instance())).contains("X-Broker-Instance\0\0\0\40" + broker.instance());
        }
        broker.close();
    }
}
