package io.generaldomo.gdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class GdpMessageTest {
    @Test
    void copies_what_it_is_given_and_what_it_gives() {
        byte[] frame = {1, 2};
        GdpMessage message = GdpMessage.of(frame, new byte[0]);
        frame[0] = 9;
        message.frame(0)[1] = 9;
        assertThat(message.frame(0)).containsExactly(1, 2);
        assertThat(message.buffer(0).isReadOnly()).isTrue();
        assertThat(message.size()).isEqualTo(2);
        assertThat(message.octets()).isEqualTo(2);
        assertThat(message).isEqualTo(GdpMessage.of(new byte[] {1, 2}, new byte[0])).hasToString("GdpMessage[2 | 0 octets]");
    }

    @Test
    void may_be_empty_and_may_be_text() {
        assertThat(GdpMessage.EMPTY.size()).isZero();
        assertThat(GdpMessage.of()).isEqualTo(GdpMessage.EMPTY);
        assertThat(GdpMessage.ofUtf8("ä", "b").utf8(0)).isEqualTo("ä");
    }

    @Test
    void the_default_heartbeat_policy_agrees_with_known_peers() {
        assertThat(HeartbeatPolicy.DEFAULT.interval()).isEqualTo(Duration.ofMillis(1000));
        assertThat(HeartbeatPolicy.DEFAULT.expiry()).isEqualTo(Duration.ofMillis(7500));
        assertThat(HeartbeatPolicy.every(Duration.ofSeconds(1), 3).expiry()).isEqualTo(Duration.ofSeconds(3));
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> HeartbeatPolicy.every(Duration.ZERO, 3));
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> HeartbeatPolicy.every(Duration.ofSeconds(1), 0));
    }
}
