package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleResultTest {
    @Test
    void numbersAndNotes() {
        RoleResult result = RoleResult.parse("{\"messages\":12,\"nanos\":3000000000,\"transport\":\"NIO\"}");
        assertThat(result.number("messages")).hasValue(12);
        assertThat(result.number("nanos")).hasValue(3_000_000_000L);
        assertThat(result.number("p50")).isEmpty();
        assertThat(result.notes()).containsEntry("transport", "NIO").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "{\"messages\":12", "{\"messages\":[12]}", "{\"messages\":12} {}", "{\"messages\":1.5}", "messages"})
    void nothingElse(String text) {
        assertThatThrownBy(() -> RoleResult.parse(text)).isInstanceOf(PeerException.class).hasMessageContaining("is no result");
    }
}
