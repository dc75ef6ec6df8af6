package io.generaldomo.gdp.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqBroker;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client and our worker with a broker that is a plain libzmq ROUTER, and one that is a plain libzmq SERVER. */
@RequiresLibzmq
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OurPeersOnLibzmqBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"ROUTER, MDP_01", "SERVER, GDP"})
    void ourClientAsksOurWorker(LibzmqSocketType brokerSocket, MajordomoDialect ours) throws Exception {
        try (LibzmqPeer libzmq = LibzmqPeer.start()) {
            LibzmqBroker broker = libzmq.broker(brokerSocket, "tcp://127.0.0.1:*");
            ConnectionConfig connection = ConnectionConfig.to(broker.endpoint()).withDialect(ours);
            try (GdpWorker worker = echo(connection, 4);
                    GdpClient client = GdpClient.connect(ClientConfig.of(connection))) {
                assertThat(worker).isNotNull();
                List<CompletableFuture<GdpMessage>> replies = IntStream.range(0, 1000)
                        .mapToObj(i -> client.request("echo", GdpMessage.ofUtf8("request", Integer.toString(i))))
                        .toList();
                for (int i = 0; i < replies.size(); i++) {
                    assertThat(replies.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("request", Integer.toString(i)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ROUTER, MDP_01, DEALER", "ROUTER, MDP_01, REQ", "SERVER, GDP, CLIENT"})
    void libzmqClientAsksOurWorker(LibzmqSocketType brokerSocket, MajordomoDialect ours, LibzmqSocketType client) {
        try (LibzmqPeer libzmq = LibzmqPeer.start()) {
            LibzmqBroker broker = libzmq.broker(brokerSocket, "tcp://127.0.0.1:*");
            try (GdpWorker worker = echo(ConnectionConfig.to(broker.endpoint()).withDialect(ours), 2)) {
                assertThat(worker).isNotNull();
                ClientLoad load = new ClientLoad(client, broker.endpoint(), "echo", 1000);
                assertThat(libzmq.client(load).await(PATIENCE)).matches(tally -> tally.isPerfect(1000));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ROUTER, MDP_01, DEALER", "SERVER, GDP, CLIENT"})
    void ourClientAsksALibzmqWorker(LibzmqSocketType brokerSocket, MajordomoDialect ours, LibzmqSocketType worker) throws Exception {
        try (LibzmqPeer libzmq = LibzmqPeer.start()) {
            LibzmqBroker broker = libzmq.broker(brokerSocket, "tcp://127.0.0.1:*");
            libzmq.worker(new WorkerPlan(worker, broker.endpoint(), "echo"));
            ConnectionConfig connection = ConnectionConfig.to(broker.endpoint()).withDialect(ours);
            try (GdpClient client = GdpClient.connect(ClientConfig.of(connection))) {
                for (int i = 0; i < 300; i++) {
                    GdpMessage body = GdpMessage.ofUtf8("request", Integer.toString(i));
                    assertThat(client.request("echo", body).get(60, TimeUnit.SECONDS)).isEqualTo(body);
                }
                assertThat(client.request("mmi.service", GdpMessage.ofUtf8("echo")).get(60, TimeUnit.SECONDS))
                        .isEqualTo(GdpMessage.ofUtf8("200"));
            }
        }
    }

    private static GdpWorker echo(ConnectionConfig connection, int concurrency) {
        return GdpWorker.serve(WorkerConfig.of(connection, "echo").withConcurrency(concurrency), request -> request);
    }
}
