package io.generaldomo.gdp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.BrokerObserver;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The meters of a broker, a client and a worker that talk with each other, and the table of them in the README. */
class MetricsTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\| ([a-z ]+) \\| ([^|]*)\\|", Pattern.MULTILINE);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Semaphore samples = new Semaphore(0);
    private final GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT
            .withObserver(new BrokerMetrics(registry, 1))
            .withObserver(new BrokerObserver() {
                @Override
                public void sampled(BrokerSnapshot snapshot) {
                    samples.release();
                }
            }));
    private final String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
    private final GdpClient client = GdpClient.connect(
            ClientConfig.of(ConnectionConfig.to(endpoint).withObserver(PeerMetrics.ofClient(registry))));
    private final GdpWorker worker = GdpWorker.serve(
            WorkerConfig.of(ConnectionConfig.to(endpoint).withObserver(PeerMetrics.ofWorker(registry)), "echo"), request -> request);

    @AfterEach
    void close() {
        client.close();
        worker.close();
        broker.close();
    }

    @Test
    void the_readme_lists_what_there_is() throws Exception {
        talk();
        assertThat(registry.getMeters().stream()
                        .filter(meter -> !meter.getId().getName().endsWith(".histogram")) // how this registry keeps a timer's buckets
                        .map(MetricsTest::row)
                        .collect(Collectors.toSet()))
                .isEqualTo(documented());
    }

    @Test
    void they_count() throws Exception {
        talk();
        assertThat(registry.get("generaldomo.service.requests").tag("service", "echo").counter().count()).isOne();
        assertThat(registry.get("generaldomo.service.replies").tag("service", "echo").counter().count()).isOne();
        assertThat(registry.get("generaldomo.service.processing").tag("service", "echo").timer().count()).isOne();
        assertThat(registry.get("generaldomo.service.workers").tags("service", "echo", "state", "idle").gauge().value()).isOne();
        assertThat(registry.get("generaldomo.connections.open").tag("kind", "client").gauge().value()).isEqualTo(2);
        assertThat(registry.get("generaldomo.connections.traffic").tags("kind", "client", "direction", "in").functionCounter().count())
                .isGreaterThan(2 * 64); // two greetings
        assertThat(registry.get("generaldomo.client.requests").tags("service", "echo", "outcome", "replied").timer().count()).isOne();
        assertThat(registry.get("generaldomo.worker.requests").tags("service", "echo", "outcome", "replied").timer().count()).isOne();
        assertThat(registry.get("generaldomo.worker.ready").gauge().value()).isOne();
        assertThat(registry.get("generaldomo.client.requests.active").gauge().value()).isZero();
    }

    /** However many names peers invent. */
    @Test
    void services_beyond_the_bound_are_summed() throws Exception {
        talk();
        GdpWorker second = GdpWorker.serve(endpoint, "second", request -> request);
        client.request("second", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS);
        client.request("nobody-offers-it", GdpMessage.EMPTY);
        GdpWorker third = GdpWorker.serve(endpoint, "third", request -> request);
        client.request("third", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS);
        sample();
        assertThat(registry.find("generaldomo.service.requests").meters().stream().map(meter -> meter.getId().getTag("service")))
                .containsExactlyInAnyOrder("echo", BrokerMetrics.OTHERS);
        assertThat(registry.get("generaldomo.service.requests").tag("service", BrokerMetrics.OTHERS).counter().count()).isEqualTo(3);
        assertThat(registry.get("generaldomo.service.workers").tags("service", BrokerMetrics.OTHERS, "state", "idle").gauge().value()).isEqualTo(2);
        second.close();
        third.close();
    }

    private void talk() throws Exception {
        awaitWorkers(1);
        client.request("echo", GdpMessage.ofUtf8("hello")).get(30, TimeUnit.SECONDS);
        sample();
    }

    /** Before the first worker of a service is there, the service has no meters. */
    private void awaitWorkers(int number) {
        while (broker.workers(0, number).join().size() < number) {
            Thread.onSpinWait();
        }
    }

    /** Two, since one may have begun before. */
    private void sample() throws InterruptedException {
        samples.drainPermits();
        assertThat(samples.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
    }

    private static Set<String> documented() throws IOException {
        return ROW.matcher(Files.readString(Path.of("README.md"))).results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3).replace("`", "").replace(",", "").trim())
                .collect(Collectors.toSet());
    }

    private static String row(Meter meter) {
        String tags = meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.joining(" "));
        return meter.getId().getName() + " " + meter.getId().getType().name().toLowerCase(Locale.ROOT) + " " + tags;
    }
}
