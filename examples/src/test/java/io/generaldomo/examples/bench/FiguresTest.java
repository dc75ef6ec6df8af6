package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void threeDigits() {
        assertThat(Figures.count(7)).isEqualTo("7");
        assertThat(Figures.count(52_340)).isEqualTo("52.3 k");
        assertThat(Figures.count(940_000)).isEqualTo("940 k");
        assertThat(Figures.count(6_300_000)).isEqualTo("6.3 M");
        assertThat(Figures.micros(23_040)).isEqualTo("23 µs");
        assertThat(Figures.digits(0.826)).isEqualTo("0.83");
    }
}
