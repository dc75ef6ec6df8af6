package io.generaldomo.spec.conformance.majordomo;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import io.generaldomo.spec.conformance.Target;
import java.time.Duration;
import java.util.Arrays;
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

/** The kit finds what is wrong with a broker, and nothing else. The brokers are asked side by side, since the kit mostly waits. */
@Execution(ExecutionMode.CONCURRENT)
class WrongBrokerTest {
    private static final int AT_A_TIME = 7;
    private static final int LANES = 16;
    private static final List<ConformanceCase> CASES =
            MajordomoSuite.cases().stream().filter(each -> each.id().startsWith("mdp/0.1/") && !each.id().contains("/as-")).toList();

    private static final Map<Fault, Future<Report>> REPORTS = new EnumMap<>(Fault.class);
    private static ExecutorService threads;

    @BeforeAll
    static void begin() {
        threads = Executors.newFixedThreadPool(AT_A_TIME);
        for (Fault fault : Fault.values()) {
            REPORTS.put(fault, threads.submit(() -> report(EnumSet.of(fault))));
        }
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
    }

    private static Report report(Set<Fault> faults) throws Exception {
        try (WrongBroker broker = new WrongBroker(faults)) {
            Target target = Target.of(Approach.connect(broker.address())).with(Duration.ofSeconds(2));
            return new Runner(target, LANES).run(CASES, outcome -> { });
        }
    }

    private static Set<String> failed(Report report) {
        assertThat(report.peer().majordomo()).containsExactly("MDP 0.1 broker");
        assertThat(report.count(Outcome.Result.NOT_APPLICABLE)).isZero();
        return report.outcomes().stream()
                .filter(Outcome::isFailure)
                .map(outcome -> outcome.of().id().substring("mdp/0.1/".length()))
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
            case FORGETS_EMPTY_FRAME -> Set.of("worker/request-frames");
            case FORGETS_DELIMITER -> Set.of("client/reply-frames", "mmi/reply-frames");
            case BELIEVES_ANY_WORKER -> Set.of("worker/address-of-another", "worker/reply-idle");
            case SENDS_NO_HEARTBEAT -> in(
                    "liveness", "heartbeats", "heartbeats-busy", "heartbeats-in-traffic", "heartbeats-not-answered", "silent-idle");
            case ANSWERS_HEARTBEAT -> Set.of("liveness/heartbeats-not-answered");
            case IGNORES_READY_TWICE -> in("worker", "ready-twice", "ready-twice-other", "silent-after-disconnect", "dismissed-with-request");
            case IGNORES_STRANGERS -> in("worker", "heartbeat-before-ready", "reply-before-ready");
            case ANSWERS_DISCONNECT -> in("worker", "disconnect-before-ready", "disconnect", "disconnect-not-answered");
            case FLOODS_BUSY_WORKER -> Set.of("worker/busy");
            case USES_LAST_WORKER_AGAIN -> Set.of("worker/least-recently-used");
            case DROPS_WITHOUT_WORKER -> Set.of("client/waits-for-worker", "client/waits-in-order", "worker/busy");
            case LOSES_WITH_WORKER -> in("worker", "lost-with-request", "leaves-with-request", "dismissed-with-request");
            case NEVER_EXPIRES -> Set.of("liveness/silent-idle");
            case EXPIRES_BUSY_WORKER -> Set.of("liveness/silent-busy");
            case ANSWERS_BARE_STATUS -> in(
                    "mmi", "service-200", "service-busy", "service-404", "service-waiting", "service-left", "unknown-501", "no-name-501", "reply-frames",
                    "again");
            case TAKES_M_FOR_MMI -> in("mmi", "not-reserved-m", "not-reserved-mmi", "not-reserved-hyphen", "not-reserved-i", "not-reserved-dot");
            case REGISTERS_MMI -> in("mmi", "reserved", "reserved-service");
            case JOINS_BODY -> Set.of("client/body-frames", "client/body-like-a-command", "worker/request-frames");
            case TAKES_ANY_HEADER -> in("malformed", "header-unknown", "header-longer", "header-small");
        };
    }

    private static Set<String> in(String group, String... names) {
        return Arrays.stream(names).map(name -> group + '/' + name).collect(Collectors.toSet());
    }
}
