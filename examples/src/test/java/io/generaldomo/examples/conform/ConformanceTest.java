package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.cases.Suite;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The suite against ours, libzmq and JeroMQ, which deviate as {@code deviations.txt} says and not otherwise; ours where a decision says why. The run
 * writes {@code conformance.md}, and fails if the one in protocol-spec says anything else.
 */
@RequiresLibzmq
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConformanceTest {
    private static final Path WRITTEN = Path.of("target", "conformance.md");
    private static final Path COMMITTED = Path.of("..", "protocol-spec", "conformance.md");
    private static final Pattern DECISION = Pattern.compile("\\((decisions/[a-z0-9-]+\\.md)\\)");
    private static final List<ConformanceCase> CASES = Suite.all();

    private static final List<Survey> SURVEYS = new ArrayList<>();
    private static KnownDeviations deviations;

    @BeforeAll
    static void runAll() throws Exception {
        deviations = KnownDeviations.read();
        List<Implementation> implementations = List.of(new OwnSubjects(), new LibzmqSubjects(), new JeromqSubjects());
        try {
            List<CompletableFuture<Survey>> running = implementations.stream().map(ConformanceTest::survey).toList();
            running.forEach(each -> SURVEYS.add(each.join()));
        } finally {
            implementations.forEach(Implementation::close);
        }
    }

    private static CompletableFuture<Survey> survey(Implementation implementation) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Survey.of(implementation, CASES, each -> deviations.has(implementation.name(), each.id()));
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }, task -> new Thread(task, "survey of " + implementation.name()).start());
    }

    @Test
    void noImplementationDeviatesOtherwiseThanIsKnown() {
        String unknown = SURVEYS.stream()
                .flatMap(survey -> CASES.stream()
                        .filter(each -> survey.result(each) == Result.FAILED && !deviations.has(survey.implementation(), each.id()))
                        .map(survey::failures))
                .collect(Collectors.joining("\n"));
        assertThat(unknown).as("Failures that %s does not list. Ours are to be mended. If the case is right about another implementation's, give it a line and a"
                + " sentence there; then copy examples/%s to protocol-spec.", KnownDeviations.FILE, WRITTEN).isEmpty();
    }

    @Test
    void everyKnownDeviationIsThere() {
        assertThat(SURVEYS).allSatisfy(survey -> assertThat(deviations.lasting(survey.implementation()))
                .as("%s of %s: what is not among these failures has vanished, and is to be taken out there; then copy examples/%s to protocol-spec",
                        KnownDeviations.FILE, survey.implementation(), WRITTEN)
                .isSubsetOf(CASES.stream().filter(each -> survey.result(each) == Result.FAILED).map(ConformanceCase::id).toList()));
    }

    @Test
    void oursDeviatesOnlyWhereADecisionSaysWhy() {
        assertThat(deviations.lasting("Generaldomo"))
                .allSatisfy(id -> assertThat(DECISION.matcher(deviations.sentence("Generaldomo", id)).results().map(link -> link.group(1)))
                        .as(id).isNotEmpty().allSatisfy(file -> assertThat(COMMITTED.resolveSibling(file)).exists()));
    }

    @Test
    void everyCaseIsRunAgainstSomebody() {
        assertThat(CASES.stream().filter(each -> SURVEYS.stream().allMatch(survey -> survey.result(each) == Result.NOT_APPLICABLE)).map(ConformanceCase::id))
                .isEmpty();
    }

    @AfterAll
    static void compareWithTheText() throws Exception {
        String text = new ConformanceText(CASES, SURVEYS, deviations, Peculiarities.read()).text();
        Files.writeString(WRITTEN, text, UTF_8);
        assertThat(Files.readString(COMMITTED, UTF_8)).as("%s is the text in examples/%s: copy it", COMMITTED, WRITTEN).isEqualTo(text);
    }
}
