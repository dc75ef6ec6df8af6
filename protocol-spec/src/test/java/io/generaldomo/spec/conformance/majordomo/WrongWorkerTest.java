package io.generaldomo.spec.conformance.majordomo;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.majordomo.WrongWorker.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit finds what is wrong with a worker, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class WrongWorkerTest {
    private static final String GROUP = "mdp/0.1/as-worker/";
    private static final List<ConformanceCase> CASES = MajordomoSuite.cases().stream().filter(each -> each.id().startsWith(GROUP)).toList();
    private static final Map<Fault, Future<Report>> REPORTS = new EnumMap<>(Fault.class);
    private static ExecutorService threads;

    @BeforeAll
    static void begin() {
        threads = Executors.newCachedThreadPool();
        for (Fault fault : Fault.values()) {
            REPORTS.put(fault, threads.submit(() -> report(EnumSet.of(fault))));
        }
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
    }

    private static Report report(Set<Fault> faults) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            WrongWorker worker = new WrongWorker(listener.getLocalPort(), faults);
            try {
                Target target = Target.of(Approach.accept(listener)).with(Duration.ofSeconds(2));
                return new Runner(target, 1).run(CASES, outcome -> { });
            } finally {
                worker.close();
            }
        }
    }

    private static Set<String> failed(Report report) {
        assertThat(report.peer().majordomo()).containsExactly("MDP 0.1 worker");
        return report.outcomes().stream()
                .filter(Outcome::isFailure)
                .map(outcome -> outcome.of().id().substring(GROUP.length()))
                .collect(Collectors.toSet());
    }

    @Test
    void whoIsRightPassesEverything() throws Exception {
        assertThat(failed(report(Set.of()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void eachFaultFailsItsCases(Fault fault) throws Exception {
        assertThat(failed(REPORTS.get(fault).get())).isEqualTo(expected(fault));
    }

    private static Set<String> expected(Fault fault) {
        return switch (fault) {
            case FORGETS_EMPTY_FRAME -> Set.of("reply-frames");
            case CUTS_ADDRESS -> Set.of("address-text", "address-identity", "address-255");
            case SENDS_NO_HEARTBEAT -> Set.of("heartbeat");
            case ANSWERS_DISCONNECT -> Set.of("disconnect-not-answered");
            case STAYS_AFTER_DISCONNECT -> Set.of("disconnect");
            case WAITS_FOR_EVER -> Set.of("silent-broker");
            case TAKES_ANY_REQUEST -> Set.of("malformed-delimiter-missing");
        };
    }
}
