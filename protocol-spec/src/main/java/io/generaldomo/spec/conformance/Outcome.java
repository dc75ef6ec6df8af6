package io.generaldomo.spec.conformance;

import java.time.Duration;
import java.util.List;

/**
 * What came of a case.
 *
 * @param of         the case
 * @param result     in a word
 * @param reason     why it failed or does not apply; empty if it passed
 * @param transcript the octets that went both ways, a line for all that one side said in a row; empty if it does not apply
 * @param took       how long
 */
public record Outcome(ConformanceCase of, Result result, String reason, List<String> transcript, Duration took) {
    /** What came of it, in a word. */
    public enum Result {
        /** The peer conforms. */
        PASSED,
        /** It does not. */
        FAILED,
        /** It cannot be asked. */
        NOT_APPLICABLE
    }

    /**
     * Whether it failed.
     *
     * @return true if so
     */
    public boolean isFailure() {
        return result == Result.FAILED;
    }
}
