package io.generaldomo.gdp.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.ExpectedReply;
import io.generaldomo.spec.peer.LibzmqDialect;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client of every dialect is served by a worker of every dialect, through one endpoint of our broker, with libzmq sockets on both sides. The run
 * writes the table of what it saw, and fails if the README's table says anything else.
 */
@RequiresLibzmq
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DialectMatrixTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path WRITTEN = Path.of("target", "dialects.md");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REQUESTS = 20;
    private static final int PARTS = 3;
    /** The seven that have peers which are not ours. */
    private static final List<LibzmqDialect> DIALECTS =
            Arrays.stream(LibzmqDialect.values()).filter(dialect -> dialect != LibzmqDialect.MDP_02_PACKED).toList();

    private static final Map<LibzmqDialect, Map<LibzmqDialect, String>> SEEN = new EnumMap<>(LibzmqDialect.class);
    private static GdpBroker broker;
    private static String endpoint;
    private static LibzmqPeer clients;
    private static LibzmqPeer workers;

    @BeforeAll
    static void start() {
        broker = GdpBroker.create();
        endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
        clients = LibzmqPeer.start();
        workers = LibzmqPeer.start();
        for (LibzmqDialect dialect : LibzmqDialect.values()) {
            workers.worker(new WorkerPlan(dialect, endpoint, "echo-" + dialect));
            if (dialect.streams()) {
                workers.worker(new WorkerPlan(dialect, endpoint, "stream-" + dialect).streaming(PARTS));
            }
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(LibzmqDialect.values())
                .flatMap(client -> Arrays.stream(LibzmqDialect.values()).map(worker -> Arguments.of(client, worker)));
    }

    @ParameterizedTest(name = "a {0} client and a {1} worker")
    @MethodSource("pairs")
    void understandEachOther(LibzmqDialect client, LibzmqDialect worker) {
        ask(client, "echo-" + worker, ExpectedReply.echo());
        String seen = "✓";
        if (worker.streams()) {
            ask(client, "stream-" + worker, streamFrom(worker, client));
            seen += " " + nameOfStream(worker, client);
        }
        SEEN.computeIfAbsent(client, row -> new EnumMap<>(LibzmqDialect.class)).put(worker, seen);
    }

    private static void ask(LibzmqDialect client, String service, ExpectedReply expected) {
        ClientLoad load = new ClientLoad(client, endpoint, service, REQUESTS).expecting(expected);
        assertThat(clients.client(load).await(PATIENCE)).matches(tally -> tally.isPerfect(REQUESTS));
    }

    /** The bridging rules of {@code gdp.md}, section 10. */
    private static ExpectedReply streamFrom(LibzmqDialect worker, LibzmqDialect client) {
        if (worker.marksTheEnd()) {
            return client.streams() ? ExpectedReply.stream(PARTS) : ExpectedReply.joined(PARTS);
        }
        return client == worker ? ExpectedReply.reports(PARTS) : new ExpectedReply(PARTS, "FINAL:1");
    }

    private static String nameOfStream(LibzmqDialect worker, LibzmqDialect client) {
        if (worker.marksTheEnd()) {
            return client.streams() ? "streamed" : "joined";
        }
        return client == worker ? "streamed" : "first";
    }

    @AfterAll
    static void compareWithTheReadme() throws IOException {
        clients.close();
        workers.close();
        broker.close();
        String table = table();
        Files.writeString(WRITTEN, table);
        assertThat(Files.readString(README)).as("the README has the table in gdp/%s", WRITTEN).contains(table);
    }

    private static String table() {
        return "| Client ↓, worker → |" + DIALECTS.stream().map(worker -> " " + title(worker) + " |").collect(joining()) + "\n"
                + "|---|" + "---|".repeat(DIALECTS.size()) + "\n"
                + DIALECTS.stream().map(DialectMatrixTest::row).collect(joining("\n"));
    }

    private static String row(LibzmqDialect client) {
        return "| " + title(client) + " |"
                + DIALECTS.stream().map(worker -> " " + SEEN.getOrDefault(client, Map.of()).getOrDefault(worker, "✗") + " |").collect(joining());
    }

    private static String title(LibzmqDialect dialect) {
        return switch (dialect) {
            case MDP_01 -> "MDP 0.1";
            case MDP_02 -> "MDP 0.2";
            case ZPROTO -> "0.2 zproto";
            case MDP_0X -> "libmdp 0X";
            case GDP -> "GDP";
            case GDP_LE32 -> "GDP LE32";
            case GDP_BE32 -> "GDP BE32";
            case MDP_02_PACKED -> "GDP 0.2";
        };
    }
}
