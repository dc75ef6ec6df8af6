package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconnectPolicyTest {
    @ParameterizedTest
    @CsvSource({"0, 100", "1, 200", "2, 400", "6, 6400", "7, 10000", "29, 10000", "63, 10000", "2147483647, 10000"})
    void theWaitDoublesUpToItsCapAndHalfOfItIsLeftToChance(int failures, long millis) {
        Random random = new Random(failures);
        for (int i = 0; i < 1000; i++) {
            assertThat(ReconnectPolicy.DEFAULT.delay(failures, random)).isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis));
        }
    }

    @Test
    void aWaitIsSomeTime() {
        assertThatThrownBy(() -> new ReconnectPolicy(Duration.ZERO, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReconnectPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
