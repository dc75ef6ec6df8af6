package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlateauTest {
    private final Plateau plateau = new Plateau();

    @Test
    void isReachedWhenFourRatesAreNoBetterThanTheBest() {
        assertThat(answers(50, 100, 101, 99, 102, 98)).isEqualTo("-----!");
    }

    @Test
    void aStepPutsItOff() {
        assertThat(answers(100, 100, 100, 100, 120, 120, 120, 120, 119)).isEqualTo("--------!");
    }

    @Test
    void slowAndSteadyIsNoise() {
        assertThat(answers(100, 102, 104, 106, 108)).isEqualTo("----!");
    }

    @Test
    void nothingAtAllStandsStill() {
        assertThat(answers(0, 0, 0, 0)).isEqualTo("---!");
    }

    private String answers(double... rates) {
        StringBuilder answers = new StringBuilder();
        DoubleStream.of(rates).forEach(rate -> answers.append(plateau.isReachedWith(rate) ? '!' : '-'));
        return answers.toString();
    }
}
