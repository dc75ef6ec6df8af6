package io.generaldomo.spec.conformance.zws;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of ZWS are tried on peers that are right, which pass all that applies to them, and on peers with one fault each, which fail the cases
 * that the fault is a matter of and no other. Not beside the wrong peers of ZMTP: together they are more than two processors have the time for.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the patience of wrong peers")
class WrongPeerTest {
    private static final String ROOT = "zws/2.0/";
    private static final List<ConformanceCase> CASES = ZwsSuite.cases();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PEERS = 12;
    private static final int LANES = 32;

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(PEERS);
    private static final Map<Guise, Future<Report>> RIGHT = new HashMap<>();
    private static final Map<Wrong, Future<Report>> WRONG = new HashMap<>();

    @BeforeAll
    static void runAll() {
        Wrong.ALL.forEach(each -> WRONG.put(each, THREADS.submit(() -> run(each.guise(), each.fault()))));
        for (Guise guise : Guise.values()) {
            RIGHT.put(guise, THREADS.submit(() -> run(guise, Fault.NONE)));
        }
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    private static Report run(Guise guise, Fault fault) throws Exception {
        try (WrongPeer peer = new WrongPeer(guise, fault)) {
            return new Runner(peer.target().with(PATIENCE), LANES).run(CASES, outcome -> { });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRightPeerPasses(Guise guise) throws Exception {
        List<String> failures = RIGHT.get(guise).get().outcomes().stream().filter(Outcome::isFailure).map(WrongPeerTest::shown).toList();
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongPeers")
    void aWrongPeerFailsInWhatIsWrong(Wrong wrong) throws Exception {
        Set<String> failed = WRONG.get(wrong).get().outcomes().stream()
                .filter(Outcome::isFailure)
                .map(outcome -> outcome.of().id().substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failed).containsExactlyInAnyOrderElementsOf(wrong.cases());
    }

    static Stream<Wrong> wrongPeers() {
        return Wrong.ALL.stream();
    }

    @Test
    void everyFaultIsTried() {
        Set<Fault> tried = Wrong.ALL.stream().map(Wrong::fault).collect(Collectors.toCollection(() -> EnumSet.of(Fault.NONE)));
        assertThat(tried).containsExactly(Fault.values());
    }

    @Test
    void everyCaseAppliesToSomePeer() throws Exception {
        Set<String> passed = new TreeSet<>();
        for (Guise guise : Guise.values()) {
            RIGHT.get(guise).get().outcomes().stream()
                    .filter(outcome -> outcome.result() == Result.PASSED)
                    .forEach(outcome -> passed.add(outcome.of().id()));
        }
        assertThat(passed).containsExactlyInAnyOrderElementsOf(CASES.stream().map(ConformanceCase::id).toList());
    }

    private static String shown(Outcome outcome) {
        return outcome.of().id() + ": " + outcome.reason() + "\n" + String.join("\n", outcome.transcript());
    }
}
