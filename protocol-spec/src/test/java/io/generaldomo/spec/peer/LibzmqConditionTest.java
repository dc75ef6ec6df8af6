package io.generaldomo.spec.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LibzmqConditionTest {
    @Test
    void runsWhereAPeerCanBeStarted() {
        assertThat(LibzmqCondition.evaluate(Optional.empty(), true).isDisabled()).isFalse();
    }

    @Test
    void isSkippedWithTheReasonElsewhere() {
        assertThat(LibzmqCondition.evaluate(Optional.of("no node"), false).getReason()).contains("no node");
        assertThat(LibzmqCondition.evaluate(Optional.of("no node"), false).isDisabled()).isTrue();
    }

    @Test
    void failsInsteadWhereNothingMayBeSkipped() {
        assertThatIllegalStateException().isThrownBy(() -> LibzmqCondition.evaluate(Optional.of("no node"), true))
                .withMessageContaining("no node");
    }
}
