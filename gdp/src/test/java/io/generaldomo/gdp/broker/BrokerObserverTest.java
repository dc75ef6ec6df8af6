package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What observers of a broker are told; that it agrees with what the core counts is checked in each {@link Simulation}. */
class BrokerObserverTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** Writes down what it is told of connections and workers. */
    private final BrokerObserver writer = new BrokerObserver() {
        @Override
        public void connectionOpened(ObservedConnection connection, long nowNanos) {
            told.add("opened " + connection.socketType().map(Enum::name).orElse("?"));
        }

        @Override
        public void handshakeFailed(ObservedConnection connection, ZmtpException.Reason cause, long nowNanos) {
            told.add("failed " + cause);
        }

        @Override
        public void connectionClosed(ObservedConnection connection, long nowNanos) {
            told.add("closed " + connection.socketType().map(Enum::name).orElse("?"));
        }

        @Override
        public void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {
            told.add(worker.service() + " " + end);
        }

        @Override
        public void dropped(DropReason reason, long nowNanos) {
            told.add("dropped " + reason);
        }
    };

    @Test
    void the_way_of_a_request_whose_worker_dies() {
        StringBuilder way = new StringBuilder();
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withObserver(new BrokerObserver() {
            @Override
            public void requestQueued(ObservedRequest request, long nowNanos) {
                way.append(" queued");
            }

            @Override
            public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
                way.append(" dispatched").append(worker.number());
            }

            @Override
            public void requestRedispatched(ObservedRequest request, long nowNanos) {
                way.append(" redispatched");
            }

            @Override
            public void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {
                way.append(' ').append(end);
            }

            @Override
            public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
                way.append(" replied").append(request.number()).append(request.client()).append(request.tries());
                assertThat(nowNanos - request.dispatchedNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
                assertThat(nowNanos - request.acceptedNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(30));
            }
        }));
        TestPeer client = broker.peer("c");
        TestPeer first = broker.worker("first", "echo");
        broker.request(client, "echo", "a");
        broker.advance(10);
        broker.gone(first);
        TestPeer second = broker.worker("second", "echo");
        broker.advance(20);
        broker.reply(second, "b");
        assertThat(way).hasToString(" dispatched1 LOST redispatched queued dispatched2 replied1c2");
        broker.close();
    }

    @Test
    void an_observer_that_fails_hurts_nobody() {
        Logger log = (Logger) LoggerFactory.getLogger(Observers.class);
        log.setLevel(Level.OFF); // its complaints are expected
        try {
            ObservedTale other = new ObservedTale();
            TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withObserver(new BrokerObserver() {
                @Override
                public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
                    throw new IllegalStateException("a bug of the observer's");
                }
            }).withObserver(other));
            TestPeer client = broker.peer("c");
            TestPeer worker = broker.worker("w", "echo");
            broker.request(client, "echo", "a");
            broker.reply(worker, "b");
            assertThat(client.take()).containsExactly("REPLY echo b");
            assertThat(other.complaint(broker.core)).isNull();
            broker.close();
        } finally {
            log.setLevel(null);
        }
    }

    @Test
    void connections_and_handshakes() throws Exception {
        try (GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT.withObserver(writer))) {
            int port = broker.bind("tcp://127.0.0.1:*").join().port();
            try (HostilePeer scanner = new HostilePeer(port)) {
                scanner.sends("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)).awaitEnd();
            }
            assertThat(next()).isEqualTo("failed NOT_ZMTP");
            new HostilePeer(port).close();
            assertThat(next()).isEqualTo("failed CONNECTION_LOST");
            try (HostilePeer peer = new HostilePeer(port)) {
                peer.sends(HostilePeer.GREETING, HostilePeer.READY, new byte[] {0, 1, 'x'}).awaitEnd();
            }
            assertThat(List.of(next(), next(), next())).containsExactly("opened DEALER", "dropped MALFORMED", "closed DEALER");
        }
    }

    @Test
    void a_worker_or_a_connection_that_is_told_to_leave() throws Exception {
        try (GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT.withObserver(writer))) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            GdpWorker worker = GdpWorker.serve(endpoint, "echo", request -> request);
            try (GdpClient client = GdpClient.connect(endpoint)) {
                client.request("echo", GdpMessage.ofUtf8("hello")).get(30, TimeUnit.SECONDS);
                List<WorkerSnapshot> workers = broker.workers(0, 10).join();
                assertThat(workers).singleElement().satisfies(found -> {
                    assertThat(found.service()).hasToString("echo");
                    assertThat(found.dialect()).isEqualTo("GDP");
                    assertThat(found.held()).isZero();
                });
                assertThat(broker.workers(workers.get(0).number(), 10).join()).isEmpty();
                BrokerSnapshot snapshot = broker.snapshot().join();
                assertThat(snapshot.services()).singleElement().satisfies(service -> assertThat(service.served()).isOne());
                assertThat(snapshot.connections()).singleElement().satisfies(clients -> {
                    assertThat(clients.socketType()).isEqualTo(Optional.of(SocketType.CLIENT));
                    assertThat(clients.open()).isEqualTo(2);
                    assertThat(clients.messagesIn()).isGreaterThanOrEqualTo(3); // READY, request, reply
                    assertThat(clients.octetsIn()).isGreaterThan(2 * 64); // two greetings
                    assertThat(clients.octetsOut()).isGreaterThan(2 * 64);
                });
                assertThat(snapshot.directMemory()).isPresent();
                told.clear();
                assertThat(broker.disconnectWorker(workers.get(0).number()).join()).isTrue();
                assertThat(next()).isEqualTo("echo DISMISSED");
                assertThat(broker.disconnectWorker(4711).join()).isFalse();
                long connection = broker.connections(0, 1).join().get(0).number();
                told.clear();
                assertThat(broker.disconnect(connection).join()).isTrue();
                assertThat(next()).isEqualTo("closed CLIENT");
                assertThat(broker.disconnect(connection).join()).isFalse();
            } finally {
                worker.close();
            }
        }
    }

    @Test
    void the_flight_recorder(@TempDir Path folder) throws IOException {
        try (Recording recording = new Recording()) {
            List.of("RequestQueued", "RequestDispatched", "RequestReplied", "Handshake")
                    .forEach(name -> recording.enable("io.generaldomo." + name));
            recording.start();
            try (GdpBroker broker = GdpBroker.create()) {
                String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
                try (GdpClient client = GdpClient.connect(endpoint)) {
                    var reply = client.request("echo", GdpMessage.ofUtf8("hello"));
                    while (broker.snapshot().join().queued() == 0) {
                        Thread.onSpinWait();
                    }
                    GdpWorker worker = GdpWorker.serve(endpoint, "echo", request -> request);
                    reply.join();
                    worker.close();
                }
            }
            recording.stop();
            Path file = folder.resolve("recording.jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("io.generaldomo."))
                    .toList();
            assertThat(events).extracting(event -> event.getEventType().getName().substring("io.generaldomo.".length()))
                    .containsExactlyInAnyOrder("Handshake", "RequestQueued", "Handshake", "RequestDispatched", "RequestReplied");
            RecordedEvent replied = events.stream().filter(event -> event.getEventType().getName().endsWith("Replied")).findAny().orElseThrow();
            assertThat(replied.getString("service")).isEqualTo("echo");
            assertThat(replied.getDuration("sinceAccepted")).isGreaterThan(replied.getDuration("processing"));
        }
    }

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }
}
