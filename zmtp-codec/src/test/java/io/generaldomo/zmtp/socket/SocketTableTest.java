package io.generaldomo.zmtp.socket;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.zmtp.transport.TransportOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of types over every transport, whoever binds, in the clear and encrypted, in every combination of implementations with one of ours in it.
 * The run writes the table of what it saw, and fails if the README's table says anything else.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketTableTest {
    private static final Path README = Path.of("README.md");
    private static final Path WRITTEN = Path.of("target", "sockets.md");
    private static final List<Secured> SECURED = List.of(Secured.NULL, Secured.CURVE);
    private static final Duration FIRST_PATIENCE = Duration.ofMillis(100);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

    /** One of the makers is ours. */
    private record Case(Carrier carrier, Pair pair, TableMaker first, TableMaker second, Binding binding, Secured secured) {
        @Override
        public String toString() {
            return "%s: %s, %s with %s, %s, %s".formatted(carrier, pair, first, second, binding, secured);
        }

        TableMaker other() {
            return first == TableMaker.OURS ? second : first;
        }

        Station makeFirst(Duration patience) {
            return first.make(tools, new End(carrier, pair, pair.asker, binding == Binding.FIRST_BINDS, secured), patience);
        }

        Station makeSecond(Duration patience) {
            return second.make(tools, new End(carrier, pair, pair.answerer, binding == Binding.SECOND_BINDS, secured), patience);
        }
    }

    @TempDir
    private static Path folder;

    private static final Set<Case> PASSED = new HashSet<>();
    private static TableMaker.Tools tools;
    private static LibzmqZap zap;

    @BeforeAll
    static void start() throws Exception {
        LibzmqPeer libzmq = LibzmqPeer.unavailable().isEmpty() ? LibzmqPeer.start() : null;
        zap = libzmq == null ? null : libzmq.zap(Secured.ALLOWED);
        Certificates ours = Certificates.make(folder, "ours");
        tools = new TableMaker.Tools(ZmtpTransport.create(2).with(TransportOptions.DEFAULT.withTls(ours.trusting(ours))), libzmq);
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            for (Pair pair : Pair.values()) {
                for (TableMaker other : TableMaker.values()) {
                    if (other.has(pair, carrier)) {
                        addCases(all, carrier, pair, other);
                    }
                }
            }
        }
        return all;
    }

    private static void addCases(List<Case> all, Carrier carrier, Pair pair, TableMaker other) {
        for (Secured secured : SECURED) {
            for (Binding binding : Binding.values()) {
                if (!carrier.carries(pair, binding, secured)) {
                    continue;
                }
                all.add(new Case(carrier, pair, TableMaker.OURS, other, binding, secured));
                if (other != TableMaker.OURS && pair.asker != pair.answerer) {
                    all.add(new Case(carrier, pair, other, TableMaker.OURS, binding, secured));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void talk(Case what) {
        if (what.other() == TableMaker.LIBZMQ) {
            assertThat(tools.libzmq() == null && "true".equals(System.getenv("CI"))).as("libzmq is missing, and this is CI").isFalse();
            Assumptions.assumeTrue(tools.libzmq() != null, () -> LibzmqPeer.unavailable().orElse(""));
        }
        Duration patience = FIRST_PATIENCE;
        while (!talked(what, patience)) {
            patience = patience.multipliedBy(2);
        }
        PASSED.add(what);
    }

    /**
     * False if JeroMQ did not begin to talk: then everything is made anew, since an endpoint that lost a peer is not what is tested here, with more
     * patience, since it may not have been deaf but slow.
     */
    private static boolean talked(Case what, Duration patience) {
        boolean firstBinds = what.binding == Binding.FIRST_BINDS;
        try (Station first = what.makeFirst(patience); Station second = what.makeSecond(patience)) {
            Station bound = firstBinds ? first : second;
            Station connected = firstBinds ? second : first;
            connected.connect(bound.bind(what.carrier.free(folder)));
            what.pair.talkSmall(first, second, connected);
            return true;
        } catch (JeromqStation.Deaf e) {
            if (patience.compareTo(LAST_PATIENCE) >= 0) {
                throw e;
            }
            return false;
        }
    }

    @AfterAll
    static void compareWithTheReadme() throws IOException {
        tools.transport().close();
        if (tools.libzmq() != null) {
            zap.close();
            tools.libzmq().close();
            String table = table();
            Files.writeString(WRITTEN, table);
            assertThat(Files.readString(README)).as("the README has the table in zmtp-codec/%s", WRITTEN).contains(table);
        }
    }

    private static String table() {
        return "| Sockets | " + Arrays.stream(TableMaker.values()).map(maker -> maker.title).collect(joining(" | ")) + " |\n"
                + "|---|" + "---|".repeat(TableMaker.values().length) + "\n"
                + Arrays.stream(Pair.values()).map(SocketTableTest::row).collect(joining("\n"));
    }

    private static String row(Pair pair) {
        return "| " + pair.asker + " – " + pair.answerer + " | "
                + Arrays.stream(TableMaker.values()).map(maker -> cell(pair, maker)).collect(joining(" | ")) + " |";
    }

    /** The transports that every case passed with; a dash if there is none. */
    private static String cell(Pair pair, TableMaker maker) {
        String carriers = Arrays.stream(Carrier.values())
                .filter(carrier -> passed(carrier, pair, maker))
                .map(carrier -> carrier.title)
                .collect(joining(", "));
        return carriers.isEmpty() ? "–" : carriers;
    }

    private static boolean passed(Carrier carrier, Pair pair, TableMaker maker) {
        List<Case> due = cases().stream().filter(what -> what.carrier == carrier && what.pair == pair && what.other() == maker).toList();
        return !due.isEmpty() && PASSED.containsAll(due);
    }
}
