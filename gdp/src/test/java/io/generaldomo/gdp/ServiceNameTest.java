package io.generaldomo.gdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {
    @Test
    void has_1_to_255_octets() {
        assertThat(ServiceName.of("x").length()).isEqualTo(1);
        assertThat(ServiceName.of(new byte[255]).length()).isEqualTo(255);
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceName.of(new byte[256]));
    }

    @Test
    void equals_by_octets_and_keeps_its_own() {
        byte[] octets = {'a', (byte) 0x80};
        ServiceName name = ServiceName.of(octets);
        octets[0] = 'b';
        name.octets()[0] = 'c';
        assertThat(name).isEqualTo(ServiceName.of(new byte[] {'a', (byte) 0x80})).hasSameHashCodeAs(ServiceName.of(new byte[] {'a', (byte) 0x80}));
        assertThat(name).isNotEqualTo(ServiceName.of("a"));
        assertThat(ServiceName.of(new byte[] {(byte) 0x80})).isGreaterThan(ServiceName.of(new byte[] {0x7F}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmi.", "mmi.service", "mmi.x"})
    void is_internal_with_exactly_the_prefix(String name) {
        assertThat(ServiceName.of(name).isInternal()).isTrue();
    }

    /** generaldomo took the first three for internal, majordomo the fourth (demand.md 2.4). */
    @ParameterizedTest
    @ValueSource(strings = {"image-resize", "m", ".dot", "dimmi.x", "mmi", "mmix", "MMI.service"})
    void is_not_internal_otherwise(String name) {
        assertThat(ServiceName.of(name).isInternal()).isFalse();
    }

    @Test
    void shows_no_octet_that_could_forge_a_log_line() {
        assertThat(ServiceName.of("echo")).hasToString("echo");
        assertThat(ServiceName.of("größe")).hasToString("größe");
        assertThat(ServiceName.of("a\r\nb\\\u202Ec")).hasToString("a\\u{d}\\u{a}b\\u{5c}\\u{202e}c");
        assertThat(ServiceName.of(new byte[] {'a', (byte) 0xFF, 0})).hasToString("0x61ff00");
    }
}
