package io.generaldomo.spec.peer;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link RequiresLibzmq}. JUnit makes it. */
final class LibzmqCondition implements ExecutionCondition {
    private static final Optional<String> UNAVAILABLE = LibzmqPeer.unavailable();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return evaluate(UNAVAILABLE, "true".equals(System.getenv("CI")));
    }

    static ConditionEvaluationResult evaluate(Optional<String> unavailable, boolean mustRun) {
        if (unavailable.isEmpty()) {
            return ConditionEvaluationResult.enabled("a libzmq peer can be started");
        }
        if (mustRun) {
            throw new IllegalStateException("CI=true forbids to skip this: " + unavailable.get());
        }
        return ConditionEvaluationResult.disabled(unavailable.get());
    }
}
