package io.generaldomo.examples.metrics;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.metrics.BrokerMetrics;
import io.generaldomo.gdp.metrics.PeerMetrics;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;

/**
 * A program with a broker, a worker and a client in it, and the meters of all three in the registry that the rest of the program uses. The registry may be of any kind:
 * Prometheus, OTLP, JMX, what Spring Boot or Quarkus have made.
 *
 * <p>Thread-safe. The registry stays the caller's.
 */
public final class MeteredProgram implements AutoCloseable {
    private static final String SERVICE = "greet";

    private final GdpBroker broker;
    private final GdpWorker worker;
    private final GdpClient client;

    /**
     * Starts all three, on a free port.
     *
     * @param registry of the program
     */
    public MeteredProgram(MeterRegistry registry) {
        broker = GdpBroker.create(BrokerConfig.DEFAULT.withObserver(new BrokerMetrics(registry)));
        ConnectionConfig toBroker = ConnectionConfig.to(broker.bind("tcp://127.0.0.1:*").join().toString());
        worker = GdpWorker.serve(
                WorkerConfig.of(toBroker.withObserver(PeerMetrics.ofWorker(registry)), SERVICE),
                name -> GdpMessage.ofUtf8("Good day, " + name.utf8(0) + "."));
        client = GdpClient.connect(ClientConfig.of(toBroker.withObserver(PeerMetrics.ofClient(registry))));
    }

    /**
     * Has the worker greet somebody.
     *
     * @param name of whom
     * @return the greeting
     */
    public CompletableFuture<String> greet(String name) {
        return client.request(SERVICE, GdpMessage.ofUtf8(name)).thenApply(greeting -> greeting.utf8(0));
    }

    /**
     * Whether both ends are connected, for a health page.
     *
     * @return true if requests go out and are taken in at once
     */
    public boolean isHealthy() {
        return client.state() == PeerState.READY && worker.state() == PeerState.READY;
    }

    @Override
    public void close() {
        client.close();
        worker.close();
        broker.close();
    }
}
