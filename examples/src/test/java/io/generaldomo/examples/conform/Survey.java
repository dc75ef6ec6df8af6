package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Runner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of the suite for all subjects of an implementation: for each case the outcomes of those to which it applies. */
final class Survey {
    private static final int LANES = 8;

    private final Map<String, Map<String, Outcome>> outcomes = new LinkedHashMap<>();

    /**
     * Runs cases against all subjects. What fails is tried again as often as is asked for: other implementations have moments of their own, such
     * as JeroMQ 0.6.0, which connects one time in twenty and then neither reads nor writes.
     */
    static Survey of(Implementation implementation, List<ConformanceCase> cases, int attempts) throws IOException, InterruptedException {
        Survey survey = new Survey();
        List<Subject> subjects = implementation.subjects();
        try {
            for (Subject subject : subjects) {
                survey.run(subject, cases, attempts);
            }
        } finally {
            for (Subject subject : subjects) {
                subject.end().run();
            }
        }
        return survey;
    }

    private void run(Subject subject, List<ConformanceCase> cases, int attempts) throws IOException, InterruptedException {
        List<ConformanceCase> open = cases.stream().filter(each -> each.id().contains(subject.part())).toList();
        for (int attempt = 0; attempt < attempts && !open.isEmpty(); attempt++) {
            List<ConformanceCase> failed = new ArrayList<>();
            for (Outcome outcome : new Runner(subject.target(), LANES).run(open, done -> { }).outcomes()) {
                outcomes.computeIfAbsent(outcome.of().id(), id -> new LinkedHashMap<>()).put(subject.name(), outcome);
                if (outcome.isFailure()) {
                    failed.add(outcome.of());
                }
            }
            open = failed;
        }
    }

    /** A case fails if it fails for one subject, and passes if it passes for one and fails for none. */
    Result result(ConformanceCase of) {
        List<Result> all = outcomes.getOrDefault(of.id(), Map.of()).values().stream().map(Outcome::result).toList();
        if (all.contains(Result.FAILED)) {
            return Result.FAILED;
        }
        return all.contains(Result.PASSED) ? Result.PASSED : Result.NOT_APPLICABLE;
    }

    /** The failures, each with its subject and its octets. */
    List<String> failures() {
        List<String> lines = new ArrayList<>();
        outcomes.forEach((id, bySubject) -> bySubject.forEach((subject, outcome) -> {
            if (outcome.isFailure()) {
                lines.add(id + " (" + outcome.of().level() + ", " + subject + "): " + outcome.reason() + "\n    " + String.join("\n    ", outcome.transcript()));
            }
        }));
        return lines;
    }
}
