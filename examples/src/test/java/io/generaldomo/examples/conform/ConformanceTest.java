package io.generaldomo.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.cases.Suite;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite against ours, which passes all of it, and against libzmq and JeroMQ, whose deviations are in conformance.md. */
@RequiresLibzmq
class ConformanceTest {
    private static final List<ConformanceCase> CASES = Suite.all();

    @Test
    void survey() throws Exception {
        for (Implementation each : List.of(new OwnSubjects(), new LibzmqSubjects(), new JeromqSubjects())) {
            if (System.getProperty("only") != null && !each.name().startsWith(System.getProperty("only"))) continue;
            long start = System.nanoTime();
            Survey survey = Survey.of(each, CASES, 1);
            StringBuilder text = new StringBuilder();
            survey.failures().forEach(line -> text.append(line).append('\n'));
            for (ConformanceCase one : CASES) {
                if (survey.result(one) == Result.NOT_APPLICABLE) text.append("n/a " + one.id() + "\n");
            }
            text.append((System.nanoTime() - start) / 1000000 + " ms\n");
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/h/survey-" + each.name().split(" ")[0]), text);
            each.close();
        }
    }
}
