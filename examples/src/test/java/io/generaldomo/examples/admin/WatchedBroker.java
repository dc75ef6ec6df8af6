package io.generaldomo.examples.admin;

import io.generaldomo.examples.config.Reload;
import io.generaldomo.examples.config.Sources;
import io.generaldomo.examples.keys.AdminToken;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.BrokerObserver;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.GdpBroker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A broker with admin pages, both on free ports, and with settings that can be read again. */
final class WatchedBroker implements AutoCloseable, AdminActions {
    static final String TOKEN = "open-sesame-open-sesame";

    final GdpBroker broker;
    final String endpoint;
    final URI pages;
    private final AdminServer server = new AdminServer();
    private final Semaphore samples = new Semaphore(0);
    private final Path settings;
    private final Reload reload;

    /** With or without a token, which is in this folder then. */
    WatchedBroker(Path folder, boolean withToken) throws IOException {
        broker = GdpBroker.create(server.observe(BrokerConfig.DEFAULT).withObserver(new BrokerObserver() {
            @Override
            public void sampled(BrokerSnapshot snapshot) {
                samples.release();
            }
        }));
        settings = folder.resolve("broker.yaml");
        write("");
        Sources sources = Sources.of(settings);
        reload = new Reload(sources, sources.read(), setup -> { });
        endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        InetSocketAddress bound = server.start(
                        new InetSocketAddress("127.0.0.1", 0), broker, withToken ? Optional.of(AdminToken.read(file)) : Optional.empty(), this)
                .join();
        pages = URI.create("http://127.0.0.1:" + bound.getPort());
    }

    /** Other settings, which count after a reload. */
    void write(String yaml) throws IOException {
        Files.writeString(settings, yaml);
    }

    @Override
    public void drain() {
        broker.drain(Duration.ofSeconds(30));
    }

    @Override
    public Reload.Outcome reload() {
        return reload.run();
    }

    /** Two, since one may have begun before. */
    void awaitSample() throws InterruptedException {
        samples.drainPermits();
        if (!samples.tryAcquire(2, 60, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing is sampled");
        }
    }

    void awaitWorker() {
        while (broker.workers(0, 1).join().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(pages.resolve(path)));
    }

    HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(pages.resolve(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    static HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The pages end before the broker does. */
    void closePages() {
        server.close();
    }

    @Override
    public void close() {
        broker.close();
        server.close();
    }
}
