package io.generaldomo.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.PeerProfile;
import io.generaldomo.spec.conformance.PeerRole;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Transport;
import io.generaldomo.spec.conformance.cases.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The report as a page. */
class HtmlReportTest {
    @Test
    void theNumberOfFailuresIsRedOnlyIfThereAreAny() {
        assertThat(page(Outcome.Result.FAILED)).contains("<li class=\"bad\"><b>1</b>failed</li>");
        assertThat(page(Outcome.Result.PASSED)).contains("<li><b>0</b>failed</li>");
    }

    private static String page(Outcome.Result result) {
        PeerProfile peer = new PeerProfile(Transport.STREAM, PeerRole.LISTENING, 1, "NULL", List.of("ROUTER"), false, Optional.empty(), List.of());
        Outcome outcome = new Outcome(Suite.all().get(0), result, "", List.of(), Duration.ZERO);
        return HtmlReport.of("tcp://127.0.0.1:5555", new Report(peer, List.of(outcome), Duration.ZERO));
    }
}
