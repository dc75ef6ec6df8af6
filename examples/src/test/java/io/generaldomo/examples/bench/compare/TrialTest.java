package io.generaldomo.examples.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Pace;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.PeerException;
import io.generaldomo.examples.bench.Role;
import io.generaldomo.examples.bench.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rows of peers that are there, are not there, or fail, with shells in their places. */
@DisabledOnOs(OS.WINDOWS)
class TrialTest {
    private static final Pace SHORT = new Pace(Duration.ofMillis(1), Duration.ofMillis(1), 2);

    /** A peer whose processes say that they have counted so many messages in a second. */
    private record Shell(String name, Optional<String> missing, String script) implements Peer {
        static Shell counting(String name, int messages) {
            return new Shell(name, Optional.empty(), "echo ready tcp://127.0.0.1:1; while read line; do [ $line = start ] || echo 'result {\"messages\":" + messages
                    + ",\"nanos\":1000000000,\"p99\":5000,\"allocated\":" + 100 * messages + "}'; done");
        }

        @Override
        public boolean plays(Role role, Setting setting) {
            return true;
        }

        @Override
        public List<String> program(Role role) {
            if (script.isEmpty()) {
                throw new PeerException("cannot be compiled\nline 2");
            }
            return List.of("sh", "-c", script, "role");
        }
    }

    private static Contestant contestant(Peer peer) {
        return Contestant.of(peer, Course.BROKERED, Setting.empty());
    }

    @Test
    void ratioAndCosts() throws Exception {
        Contestant ours = contestant(Shell.counting("ours", 6000));
        Contestant theirs = contestant(Shell.counting("theirs", 2000));
        Trial trial = new Trial("trial", List.of(ours, theirs), List.of(
                new FasterThan("brokered", ours, theirs, Bound.atLeast(2)), BrokerCosts.heap("heap", ours, Bound.atMost(99)),
                BrokerCosts.growth("growth", ours, theirs, Bound.atMost(1.2))));
        int[] steps = {0};
        List<Row> rows = trial.answer(SHORT, () -> steps[0]++);
        assertThat(steps[0]).isEqualTo(trial.steps(SHORT)).isEqualTo(6);
        assertThat(rows).extracting(Row::what).containsExactly("brokered", "heap", "growth");
        assertThat(rows.get(0).figure()).hasValue(3);
        assertThat(rows.get(0).ours()).isEqualTo("6 k/s, p99 5 µs");
        assertThat(rows.get(0).outcome()).isEqualTo(Row.Outcome.MET);
        assertThat(rows.get(1).ours()).isEqualTo("100 octets");
        assertThat(rows.get(1).outcome()).isEqualTo(Row.Outcome.MISSED);
    }

    @Test
    void missingPeerIsNamedAndOursIsMeasured() throws Exception {
        Contestant ours = contestant(Shell.counting("ours", 6000));
        Contestant theirs = contestant(new Shell("theirs", Optional.of("nats-server"), ""));
        Row row = new Trial("trial", List.of(ours, theirs), List.of(new FasterThan("brokered", ours, theirs, Bound.atLeast(2)))).answer(SHORT, () -> {}).get(0);
        assertThat(row.ours()).startsWith("6 k/s");
        assertThat(row.theirs()).isEqualTo("needs nats-server");
        assertThat(row.outcome()).isEqualTo(Row.Outcome.NOT_MEASURED);
    }

    @Test
    void failureIsToldInOneLine() throws Exception {
        Contestant ours = contestant(Shell.counting("ours", 6000));
        Contestant theirs = contestant(new Shell("theirs", Optional.empty(), ""));
        Trial trial = new Trial("trial", List.of(ours, theirs), List.of(
                new FasterThan("brokered", ours, theirs, Bound.atLeast(2)), BrokerCosts.heap("heap", ours, Bound.atMost(99)),
                BrokerCosts.cpuShare("cpu", ours, "elsewhere", 23_000, Bound.atMost(0.3))));
        List<Row> rows = trial.answer(SHORT, () -> {});
        assertThat(rows).extracting(Row::outcome).containsOnly(Row.Outcome.NOT_MEASURED);
        assertThat(rows.get(0).theirs()).isEqualTo("cannot be compiled");
        assertThat(rows.get(1).ours()).isEqualTo("cannot be compiled");
        assertThat(rows.get(2).ours()).isEqualTo("cannot be compiled");
    }
}
