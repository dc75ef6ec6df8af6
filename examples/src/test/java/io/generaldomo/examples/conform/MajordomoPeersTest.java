package io.generaldomo.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.majordomo.MajordomoSuite;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our worker and our client against the kit, which plays their broker. All dialects at the same time, since the kit mostly waits. */
class MajordomoPeersTest {
    private static final List<ConformanceCase> CASES = MajordomoSuite.cases().stream().filter(each -> each.id().contains("/as-")).toList();
    private static final Map<MajordomoDialect, Future<Report>> WORKERS = new EnumMap<>(MajordomoDialect.class);
    private static final Map<MajordomoDialect, Future<Report>> CLIENTS = new EnumMap<>(MajordomoDialect.class);
    private static ExecutorService threads;

    /** Something of ours that connects. */
    @FunctionalInterface
    private interface Peer {
        AutoCloseable start(ConnectionConfig broker);
    }

    static List<MajordomoDialect> dialects() {
        return OwnSubjects.MAJORDOMO;
    }

    @BeforeAll
    static void begin() {
        threads = Executors.newCachedThreadPool();
        for (MajordomoDialect dialect : dialects()) {
            WORKERS.put(dialect, threads.submit(() -> report(dialect, MajordomoPeersTest::worker)));
            CLIENTS.put(dialect, threads.submit(() -> report(dialect, MajordomoPeersTest::client)));
        }
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
    }

    private static Report report(MajordomoDialect dialect, Peer peer) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ConnectionConfig broker = ConnectionConfig.to("tcp://127.0.0.1:" + listener.getLocalPort())
                    .withDialect(dialect)
                    .withReconnect(new ReconnectPolicy(Duration.ofMillis(20), Duration.ofMillis(100)));
            AutoCloseable running = peer.start(broker);
            try {
                return new Runner(Target.of(Approach.accept(listener)), 1).run(CASES, outcome -> { });
            } finally {
                running.close();
            }
        }
    }

    /** Its expiry is longer than the pause between the heartbeats of the kit, and shorter than the kit puts up with. */
    private static AutoCloseable worker(ConnectionConfig broker) {
        HeartbeatPolicy pace = HeartbeatPolicy.every(Duration.ofMillis(200), 20);
        GdpWorker worker = GdpWorker.serve(WorkerConfig.of(broker, "echo").withHeartbeat(pace), body -> body);
        return worker::close;
    }

    /** Requests one thing after the other; what fails, since the kit hangs up, is requested anew. */
    private static AutoCloseable client(ConnectionConfig broker) {
        GdpClient client = GdpClient.connect(ClientConfig.of(broker).withConnections(1).withTimeout(Duration.ofSeconds(5)));
        CompletableFuture<Void> over = new CompletableFuture<>();
        threads.submit(() -> {
            while (!over.isDone()) {
                client.request("echo", GdpMessage.ofUtf8("hello")).handle((reply, failure) -> reply).join();
            }
        });
        return () -> {
            over.complete(null);
            client.close();
        };
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void ourWorkerConforms(MajordomoDialect dialect) throws Exception {
        assertConforms(WORKERS.get(dialect).get(), 24);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void ourClientConforms(MajordomoDialect dialect) throws Exception {
        assertConforms(CLIENTS.get(dialect).get(), 6);
    }

    private static void assertConforms(Report report, int cases) {
        assertThat(report.outcomes()).filteredOn(Outcome::isFailure).isEmpty();
        assertThat(report.count(Outcome.Result.PASSED)).as(report.peer().inWords()).isGreaterThanOrEqualTo(cases);
    }
}
