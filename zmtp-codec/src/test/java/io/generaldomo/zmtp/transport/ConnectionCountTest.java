package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.ConnectionLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConnectionCountTest {
    private static final Origin HERE = origin("192.0.2.1");
    private static final Origin THERE = origin("192.0.2.2");

    private final ConnectionCount count = new ConnectionCount(() -> new ConnectionLimits(4, 3, 3, 2));

    private static Origin origin(String address) {
        try {
            return Origin.of(new InetSocketAddress(InetAddress.getByName(address), 1));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private void established(Origin origin) {
        count.opened(origin);
        count.handshakeEnded(origin);
    }

    @Test
    void handshakesOfOneAddressLeaveRoomForOthers() {
        count.opened(HERE);
        count.opened(HERE);
        assertThat(count.objection(HERE)).hasValueSatisfying(why -> assertThat(why).contains("2 handshakes with its address"));
        assertThat(count.objection(THERE)).isEmpty();
        count.handshakeEnded(HERE);
        assertThat(count.objection(HERE)).isEmpty();
    }

    @Test
    void row14_handshakesHaveALimitInAll() {
        count.opened(HERE);
        count.opened(HERE);
        count.opened(THERE);
        assertThat(count.objection(THERE)).hasValueSatisfying(why -> assertThat(why).contains("3 handshakes"));
    }

    @Test
    void connectionsOfOneAddressHaveALimit() {
        for (int i = 0; i < 3; i++) {
            established(HERE);
        }
        assertThat(count.objection(HERE)).hasValueSatisfying(why -> assertThat(why).contains("3 connections from its address"));
        assertThat(count.objection(THERE)).isEmpty();
        count.closed(HERE);
        assertThat(count.objection(HERE)).isEmpty();
    }

    @Test
    void connectionsHaveALimitInAll() {
        established(HERE);
        established(HERE);
        established(HERE);
        established(THERE);
        assertThat(count.objection(THERE)).hasValueSatisfying(why -> assertThat(why).contains("4 connections"));
        count.closed(HERE);
        assertThat(count.objection(THERE)).isEmpty();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        assertThat(origin("2001:db8::1")).isEqualTo(origin("2001:db8::ffff:1")).isNotEqualTo(origin("2001:db8:0:1::1"));
        assertThat(HERE).isEqualTo(origin("192.0.2.1")).isNotEqualTo(THERE);
        assertThat(Origin.of(null)).isEqualTo(Origin.of(null));
    }

    @Test
    void limitsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionLimits.DEFAULT.withConnections(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionLimits.DEFAULT.withHandshakes(1, 0));
    }
}
