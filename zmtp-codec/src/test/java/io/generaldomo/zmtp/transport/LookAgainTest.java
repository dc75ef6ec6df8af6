package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.SelectStrategy;
import org.junit.jupiter.api.Test;

class LookAgainTest {
    private static final long MICRO = 1_000;

    private long now;
    private long step = MICRO;
    private final LookAgain strategy = new LookAgain(() -> now += step);

    @Test
    void looksForAMomentThenSleeps() throws Exception {
        assertThat(looksBeforeItSleeps()).isBetween(20, 50); // two looks at the clock of 1 µs each
    }

    @Test
    void whatComesMeanwhileIsTaken() throws Exception {
        assertThat(idle()).isEqualTo(SelectStrategy.CONTINUE);
        assertThat(strategy.calculateStrategy(() -> 3, false)).isEqualTo(3);
        assertThat(looksBeforeItSleeps()).isPositive();
    }

    @Test
    void tasksAreRunAtOnce() throws Exception {
        assertThat(strategy.calculateStrategy(() -> 0, true)).isZero();
    }

    @Test
    void aLoopWithLittleToDoSleepsMoreAndMoreOften() throws Exception {
        int moments = 0;
        for (int i = 0; i < 4096; i++) {
            moments += looksBeforeItSleeps() > 0 ? 1 : 0;
            strategy.calculateStrategy(() -> 1, false); // what woke it
        }
        assertThat(moments).isBetween(10, 14);
    }

    @Test
    void aMomentThatPaidBringsTheOthersBack() throws Exception {
        for (int i = 0; i < 100; i++) {
            looksBeforeItSleeps();
        }
        while (idle() != SelectStrategy.CONTINUE) {
            // the waits without a moment
        }
        strategy.calculateStrategy(() -> 1, false);
        assertThat(looksBeforeItSleeps()).isPositive();
        assertThat(looksBeforeItSleeps()).isZero();
        assertThat(looksBeforeItSleeps()).isPositive();
    }

    @Test
    void givesWayToOtherThreads() throws Exception {
        idle();
        step = 10 * MICRO;
        assertThat(idle()).isEqualTo(SelectStrategy.SELECT);
    }

    private int looksBeforeItSleeps() throws Exception {
        int looks = 0;
        while (idle() == SelectStrategy.CONTINUE) {
            looks++;
        }
        return looks;
    }

    private int idle() throws Exception {
        return strategy.calculateStrategy(() -> 0, false);
    }
}
