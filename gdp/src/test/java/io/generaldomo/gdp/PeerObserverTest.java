package io.generaldomo.gdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What clients and workers tell of themselves. */
class PeerObserverTest {
    /** Writes down what it is told, in words. */
    private static final class Writer implements PeerObserver {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void stateChanged(PeerState state) {
            told.add(state.name());
        }

        @Override
        public void lost() {
            told.add("lost");
        }

        @Override
        public void requestBegan(ServiceName service) {
            told.add(service + " began");
        }

        @Override
        public void requestEnded(ServiceName service, RequestOutcome outcome, long nanos) {
            told.add(service + " " + outcome + (nanos < 0 ? " before it began" : ""));
        }

        private List<String> next(int number) throws InterruptedException {
            String[] lines = new String[number];
            for (int i = 0; i < number; i++) {
                lines[i] = String.valueOf(told.poll(30, TimeUnit.SECONDS));
            }
            return List.of(lines);
        }
    }

    private final Writer ofClient = new Writer();
    private final Writer ofWorker = new Writer();

    @Test
    void from_the_first_connection_to_the_end() throws Exception {
        GdpBroker broker = GdpBroker.create();
        String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
        GdpClient client = GdpClient.connect(ClientConfig.of(connection(endpoint, ofClient)).withTimeout(Duration.ofMillis(200)));
        assertThat(client.state()).isEqualTo(PeerState.CONNECTING);
        CountDownLatch go = new CountDownLatch(1);
        GdpWorker worker = GdpWorker.serve(WorkerConfig.of(connection(endpoint, ofWorker), "echo"), request -> {
            go.await();
            return request;
        });
        assertThat(ofWorker.next(1)).containsExactly("READY");
        assertThat(worker.state()).isEqualTo(PeerState.READY);
        client.request("nobody", GdpMessage.EMPTY);
        assertThat(ofClient.next(4)).containsExactly("nobody began", "READY", "CONNECTING", "nobody TIMED_OUT");
        client.request("echo", GdpMessage.EMPTY);
        assertThat(ofWorker.next(1)).containsExactly("echo began");
        worker.drain(Duration.ofSeconds(30));
        assertThat(ofWorker.next(1)).containsExactly("DRAINING");
        assertThat(worker.state()).isEqualTo(PeerState.DRAINING);
        go.countDown();
        assertThat(ofWorker.next(2)).containsExactly("echo REPLIED", "CLOSED");
        client.close();
        assertThat(ofClient.next(4)).startsWith("echo began", "READY").contains("CLOSED");
        assertThat(client.state()).isEqualTo(PeerState.CLOSED);
        broker.close();
    }

    @Test
    void a_broker_that_is_lost_and_comes_back() throws Exception {
        GdpBroker first = GdpBroker.create();
        String endpoint = first.bind("tcp://127.0.0.1:*").join().toString();
        GdpWorker worker = GdpWorker.serve(WorkerConfig.of(connection(endpoint, ofWorker), "echo"), request -> {
            return request;
        });
        assertThat(ofWorker.next(1)).containsExactly("READY");
        first.close();
        assertThat(ofWorker.next(1)).first().isIn("lost", "CONNECTING"); // DISCONNECT may come before the end
        GdpBroker second = GdpBroker.create();
        second.bind(endpoint).join();
        String seen = "";
        while (!seen.equals("READY")) {
            seen = ofWorker.next(1).get(0);
        }
        worker.close();
        second.close();
    }

    private static ConnectionConfig connection(String endpoint, PeerObserver observer) {
        return ConnectionConfig.to(endpoint)
                .withReconnect(new ReconnectPolicy(Duration.ofMillis(10), Duration.ofMillis(50)))
                .withObserver(observer);
    }
}
