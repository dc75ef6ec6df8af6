package io.generaldomo.zmtp.socket;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of types, whoever binds, in the clear and encrypted, in every combination of implementations with one of ours in it. The run writes the
 * table of what it saw, and fails if the README's table says anything else.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketTableTest {
    private static final Path README = Path.of("README.md");
    private static final Path WRITTEN = Path.of("target", "sockets.md");
    private static final List<Secured> SECURED = List.of(Secured.NULL, Secured.CURVE);

    /** What carries the frames: an address that a station binds a free place of. */
    private enum Carrier {
        TCP(Station.FREE_PORT);

        final String wildcard;

        Carrier(String wildcard) {
            this.wildcard = wildcard;
        }
    }

    private enum Binding {
        FIRST_BINDS,
        SECOND_BINDS
    }

    private record Case(Carrier carrier, Pair pair, TableMaker first, TableMaker second, Binding binding, Secured secured) {
        @Override
        public String toString() {
            return "%s: %s, %s with %s, %s, %s".formatted(carrier, pair, first, second, binding, secured);
        }

        boolean includes(TableMaker maker) {
            return first == maker || second == maker;
        }
    }

    private static final Set<Case> PASSED = new HashSet<>();
    private static TableMaker.Tools tools;
    private static LibzmqZap zap;

    @BeforeAll
    static void start() {
        LibzmqPeer libzmq = LibzmqPeer.unavailable().isEmpty() ? LibzmqPeer.start() : null;
        zap = libzmq == null ? null : libzmq.zap(Secured.ALLOWED);
        tools = new TableMaker.Tools(ZmtpTransport.create(2), libzmq);
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            for (Pair pair : Pair.values()) {
                for (TableMaker other : TableMaker.values()) {
                    if (other.has(pair.asker) && other.has(pair.answerer)) {
                        addCases(all, carrier, pair, TableMaker.OURS, other);
                        addCases(all, carrier, pair, other, TableMaker.OURS);
                    }
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private static void addCases(List<Case> all, Carrier carrier, Pair pair, TableMaker first, TableMaker second) {
        for (Secured secured : SECURED) {
            for (Binding binding : Binding.values()) {
                all.add(new Case(carrier, pair, first, second, binding, secured));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void talk(Case what) {
        if (what.includes(TableMaker.LIBZMQ)) {
            assertThat(tools.libzmq() == null && "true".equals(System.getenv("CI"))).as("libzmq is missing, and this is CI").isFalse();
            Assumptions.assumeTrue(tools.libzmq() != null, () -> LibzmqPeer.unavailable().orElse(""));
        }
        int deaf = 0;
        while (!talked(what)) {
            assertThat(++deaf).as("deaf connections of JeroMQ in a row").isLessThan(10);
        }
        PASSED.add(what);
    }

    /** False if JeroMQ never began to talk: then everything is made anew, since an endpoint that lost a peer is not what is tested here. */
    private static boolean talked(Case what) {
        boolean firstBinds = what.binding == Binding.FIRST_BINDS;
        try (Station first = what.first.make(tools, what.pair.asker, firstBinds, what.secured);
                Station second = what.second.make(tools, what.pair.answerer, !firstBinds, what.secured)) {
            if (firstBinds) {
                second.connect(first.bind(what.carrier.wildcard));
            } else {
                first.connect(second.bind(what.carrier.wildcard));
            }
            Station connected = firstBinds ? second : first;
            if (what.secured == Secured.NULL) {
                what.pair.talk(first, second, connected);
            } else {
                what.pair.talkSmall(first, second, connected);
            }
            return true;
        } catch (JeromqStation.Deaf e) {
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
        return "| Sockets | " + Arrays.stream(Carrier.values())
                        .flatMap(carrier -> Arrays.stream(TableMaker.values()).map(maker -> title(maker) + ", " + carrier.name().toLowerCase()))
                        .collect(joining(" | "))
                + " |\n|---|" + "---|".repeat(Carrier.values().length * TableMaker.values().length) + "\n"
                + Arrays.stream(Pair.values()).map(SocketTableTest::row).collect(joining("\n"));
    }

    private static String row(Pair pair) {
        return "| " + pair.asker + " – " + pair.answerer + " |" + Arrays.stream(Carrier.values())
                .flatMap(carrier -> Arrays.stream(TableMaker.values()).map(maker -> " " + cell(carrier, pair, maker) + " |"))
                .collect(joining());
    }

    /** Which mechanisms every case passed with; a dash if there is no case. */
    private static String cell(Carrier carrier, Pair pair, TableMaker maker) {
        List<Case> due = cases().stream()
                .filter(what -> what.carrier == carrier && what.pair == pair)
                .filter(what -> what.includes(maker) && (maker != TableMaker.OURS || what.first == what.second))
                .toList();
        if (due.isEmpty()) {
            return "–";
        }
        return SECURED.stream()
                .map(secured -> PASSED.containsAll(due.stream().filter(what -> what.secured == secured).toList()) ? secured.toString() : "✗")
                .collect(joining(" "));
    }

    private static String title(TableMaker maker) {
        return switch (maker) {
            case OURS -> "ourselves";
            case JEROMQ -> "JeroMQ";
            case LIBZMQ -> "libzmq";
        };
    }
}
