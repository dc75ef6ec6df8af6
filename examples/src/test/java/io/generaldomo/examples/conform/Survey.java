package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * What came of the suite for all subjects of an implementation: for each case the outcomes of those to which it applies. Subjects run side by side.
 *
 * <p>What fails and is no known deviation is tried again, with more patience and fewer cases side by side: a machine may be busy, and other
 * implementations have moments of their own, such as JeroMQ 0.6.0, which accepts one connection in some dozens and then neither reads nor writes.
 */
final class Survey {
    private static final int ATTEMPTS = 3;
    private static final int LANES = 8;
    private static final int LANES_AGAIN = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_AGAIN = Duration.ofSeconds(4);

    private final String implementation;
    private final List<String> subjects;
    private final Predicate<ConformanceCase> isKnown;
    private final Map<String, Map<String, Outcome>> outcomes = new LinkedHashMap<>();

    private Survey(String implementation, List<String> subjects, Predicate<ConformanceCase> isKnown) {
        this.implementation = implementation;
        this.subjects = subjects;
        this.isKnown = isKnown;
    }

    /** Runs cases against all subjects. */
    static Survey of(Implementation implementation, List<ConformanceCase> cases, Predicate<ConformanceCase> isKnown) throws Exception {
        List<Subject> subjects = implementation.subjects();
        Survey survey = new Survey(implementation.name(), subjects.stream().map(Subject::name).toList(), isKnown);
        ExecutorService threads = Executors.newFixedThreadPool(subjects.size());
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Subject subject : subjects) {
                tasks.add(() -> survey.run(subject, cases));
            }
            for (Future<Void> each : threads.invokeAll(tasks)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
            for (Subject subject : subjects) {
                subject.end().run();
            }
        }
        return survey;
    }

    private Void run(Subject subject, List<ConformanceCase> cases) throws IOException, InterruptedException {
        List<ConformanceCase> open = cases.stream().filter(each -> subject.takes().test(each.id())).toList();
        for (int attempt = 1; attempt <= ATTEMPTS && !open.isEmpty(); attempt++) {
            Runner runner = attempt == 1
                    ? new Runner(subject.target().with(PATIENCE), LANES)
                    : new Runner(subject.target().with(PATIENCE_AGAIN), LANES_AGAIN);
            try {
                Report report = runner.run(open, done -> { });
                if (report.peer().socketTypes().isEmpty() && attempt < ATTEMPTS) {
                    continue; // it did not answer in time, and most cases would pass for not applicable
                }
                open = failed(subject, report.outcomes());
            } catch (IOException noAnswer) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(implementation + ", " + subject.name() + ": " + noAnswer.getMessage(), noAnswer);
                }
            }
        }
        return null;
    }

    private synchronized List<ConformanceCase> failed(Subject subject, List<Outcome> ofSubject) {
        for (Outcome outcome : ofSubject) {
            outcomes.computeIfAbsent(outcome.of().id(), id -> new LinkedHashMap<>()).put(subject.name(), outcome);
        }
        return ofSubject.stream().filter(Outcome::isFailure).map(Outcome::of).filter(isKnown.negate()).toList();
    }

    /** Name and version. */
    String implementation() {
        return implementation;
    }

    /** The names of the subjects. */
    List<String> subjects() {
        return subjects;
    }

    /** A case fails if it fails for one subject, and passes if it passes for one and fails for none. */
    Result result(ConformanceCase of) {
        List<Result> all = outcomes.getOrDefault(of.id(), Map.of()).values().stream().map(Outcome::result).toList();
        if (all.contains(Result.FAILED)) {
            return Result.FAILED;
        }
        return all.contains(Result.PASSED) ? Result.PASSED : Result.NOT_APPLICABLE;
    }

    /** What failed in a case, with the octets, for people. */
    String failures(ConformanceCase of) {
        StringBuilder text = new StringBuilder();
        outcomes.getOrDefault(of.id(), Map.of()).forEach((subject, outcome) -> {
            if (outcome.isFailure()) {
                text.append(of.id()).append(" (").append(of.level()).append(", ").append(implementation).append(", ").append(subject).append("): ")
                        .append(outcome.reason()).append("\n    ").append(String.join("\n    ", outcome.transcript())).append('\n');
            }
        });
        return text.toString();
    }
}
