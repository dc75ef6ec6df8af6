package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Multicast;
import io.generaldomo.zmtp.transport.TransportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH by way of multicast groups, within this machine. */
class MulticastTest extends SocketTest {
    private final Recorder heard = new Recorder();

    private ZmtpRadio radio(String endpoint, SocketOptions how) {
        Recorder sending = new Recorder();
        ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(how, sending));
        radio.connect(endpoint);
        sending.connected();
        return radio;
    }

    private String bound(Recorder recorder, String endpoint) {
        ZmtpDish dish = closedAtTheEnd(ZmtpDish.open(options, recorder));
        dish.join("g");
        return done(dish.bind(endpoint)).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lo;239.192.7.7", "127.0.0.1;239.192.7.7", "239.192.7.7", "*;239.192.7.7", "[ff02::7:7]"})
    void everyDishOfAGroupGetsIt(String group) {
        GroupReach.require(group);
        Recorder second = new Recorder();
        String there = bound(heard, "udp://" + group + ":*");
        assertThat(there).startsWith("udp://" + group + ":").doesNotEndWith(":0");
        assertThat(bound(second, there)).isEqualTo(there);
        radio(there, options).send("g", ZmtpMessage.ofUtf8("to all"));
        assertThat(heard.text()).isEqualTo("g|to all");
        assertThat(second.text()).isEqualTo("g|to all");
    }

    @Test
    void withoutLoopNobodyHereGetsIt() {
        GroupReach.require("239.192.7.7");
        String there = bound(heard, "udp://239.192.7.7:*");
        SocketOptions silent = SocketOptions.on(transport.with(TransportOptions.DEFAULT.withMulticast(Multicast.DEFAULT.withoutLoop())));
        done(radio(there, silent).send("g", ZmtpMessage.ofUtf8("to others")));
        radio(there, options).send("g", ZmtpMessage.ofUtf8("to all"));
        assertThat(heard.text()).isEqualTo("g|to all");
    }

    @Test
    void hopsAreCounted() {
        assertThat(Multicast.DEFAULT.withHops(255).withoutLoop()).isEqualTo(new Multicast(255, false));
        assertThatIllegalArgumentException().isThrownBy(() -> Multicast.DEFAULT.withHops(256)).withMessageContaining("1 to 255 hops, not 256");
        assertThatIllegalArgumentException().isThrownBy(() -> Multicast.DEFAULT.withHops(0));
    }
}
