package io.generaldomo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.TestTable.Named;
import io.generaldomo.examples.TestTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of pattern-rules.md has every rule of libzmq's that is to be kept, and names tests that exist and bear the name of the rule. */
class PatternRulesTableTest {
    private static final TestTable TABLE = TestTable.of("zmtp-codec/pattern-rules.md");
    private static final Path TESTS = TestTable.ROOT.resolve("zmtp-codec/src/test/java/io/generaldomo/zmtp/socket");
    private static final List<String> RULES = List.of(
            "spec_req", "spec_rep", "spec_dealer", "spec_pushpull", "spec_router", "req_correlate", "req_relaxed", "probe_router",
            "router_handover", "router_mandatory", "router_mandatory_hwm", "connect_rid", "issue_566", "invalid_rep", "client_server",
            "hello_msg", "disconnect_msg", "hiccup_msg", "peer", "peer_disconnect", "channel", "scatter_gather", "thread_safe", "radio_dish",
            "xpub_manual", "xpub_manual_last_value", "xpub_nodrop", "xpub_topic", "xpub_verbose", "xpub_welcome_msg", "xsub_verbose",
            "sub_forward", "pub_invert_matching", "pubsub_topics_count", "app_meta", "metadata", "hwm", "hwm_pubsub", "sockopt_hwm", "conflate",
            "immediate", "term_endpoint", "last_endpoint", "ws_transport");

    static List<Row> rows() {
        return TABLE.rows().stream().filter(row -> !row.name().equals("Name")).toList();
    }

    @Test
    void allRulesHaveARow() {
        assertThat(rows()).extracting(Row::name).containsExactlyElementsOf(RULES);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTestsThatExistAndBearTheName(Row row) {
        assertThat(row.tests()).allMatch(Named::exists).anyMatch(test -> test.method().startsWith(row.name() + "_"));
    }

    /** The other way round: a test that bears the name of a rule is in the table. */
    @Test
    void testsWithTheNameOfARuleAreInTheTable() throws IOException {
        Pattern named = Pattern.compile("void ((?:" + String.join("|", RULES) + ")_\\w*)\\(");
        try (Stream<Path> sources = Files.list(TESTS)) {
            List<String> missing = sources.flatMap(source -> named.matcher(TestTable.text(source)).results())
                    .map((MatchResult found) -> found.group(1))
                    .filter(name -> !TABLE.text().contains("#" + name + "`"))
                    .toList();
            assertThat(missing).isEmpty();
        }
    }
}
