package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of every scheme, and what is said of those that are none. */
class EndpointTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "tcp://127.0.0.1:5555", "tcp://[::1]:5555", "tcp://[fe80::1%eth0]:1", "tcp://*:0", "tcp://eth0:5555", "tcp://192.0.2.7:0;broker.example:5555",
        "tcp://[::1]:7;[::2]:8", "ws://127.0.0.1:80/", "ws://a:80/b/c?d=e", "ws://[::1]:80/", "tcp+ws://*:5555", "tls+tcp://a:1", "wss://a:443/", "ipc:///run/broker.sock", "ipc://here.sock",
        "ipc://@abstract", "inproc://a b:c", "udp://*:0", "udp://[::1]:5555", "udp://eth0;239.0.0.1:5555", "udp://*;239.0.0.1:5555", "udp://[fe80::1];[ff02::1%eth0]:1"
    })
    void readsItselfBack(String text) {
        assertThat(Endpoint.parse(text)).hasToString(text);
    }

    @Test
    void takesItApart() {
        Endpoint from = Endpoint.parse("tcp://192.0.2.7:*;[::1]:5555");
        assertThat(from.host()).isEqualTo("::1");
        assertThat(from.port()).isEqualTo(5555);
        assertThat(from.source()).contains(Endpoint.tcp("192.0.2.7", 0));
        Endpoint web = Endpoint.parse("ws://broker.example:80");
        assertThat(web.scheme()).isEqualTo(Scheme.WS);
        assertThat(web.path()).isEqualTo("/");
        assertThat(Endpoint.parse("ipc:///a/b").path()).isEqualTo("/a/b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere           | expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555
            tcp://nowhere     | expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555
            tcp://a:1/b       | expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555
            tcp://a:65536     | the port is above 65535
            tcp://::1:5555    | expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555
            ws://a            | expected ws://HOST:PORT/PATH, for example ws://127.0.0.1:5555/
            ws://a:1/ b       | expected ws://HOST:PORT/PATH, for example ws://127.0.0.1:5555/
            ipc://            | expected ipc://PATH, for example ipc:///run/generaldomo.sock
            ipc://@           | expected ipc://PATH, for example ipc:///run/generaldomo.sock
            inproc://         | expected inproc://NAME, for example inproc://broker; a name has up to 255 characters
            pgm://a:1         | its scheme is none of tcp://, tls+tcp://, ws://, wss://, tcp+ws://, ipc://, inproc://, udp://
            udp://a           | expected udp://HOST:PORT or udp://INTERFACE;GROUP:PORT, for example udp://127.0.0.1:5555
            udp://a:1;b:2     | expected udp://HOST:PORT or udp://INTERFACE;GROUP:PORT, for example udp://127.0.0.1:5555
            """)
    void saysWhatIsWrong(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text)).withMessage("bad address '" + text + "': " + why);
    }

    @Test
    void countsTheOctetsOfAPath() {
        String longest = "ipc:///" + "ä".repeat(53);
        assertThat(Endpoint.parse(longest)).hasToString(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(longest + "x"))
                .withMessageEndingWith("its path has 108 octets, and a Unix domain socket has room for 107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://*:5555", "tcp://a:0", "ws://a:*", "tcp+ws://a:5555", "ipc://*", "udp://a:5555"})
    void isNotForConnecting(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text).requireConnectable()).withMessageContaining("cannot connect to");
    }

    @Test
    void isNotForBinding() {
        Endpoint from = Endpoint.parse("tcp://127.0.0.1:0;127.0.0.1:5555");
        assertThatIllegalArgumentException().isThrownBy(from::requireBindable).withMessageContaining("is for connecting");
    }

    @Test
    void tellsWhereItWasBound() throws UnknownHostException {
        InetSocketAddress bound = new InetSocketAddress(InetAddress.getByName("::1"), 7);
        assertThat(Endpoint.parse("ws://*:0/a").boundAt(bound)).hasToString("ws://[0:0:0:0:0:0:0:1]:7/a");
        assertThat(Endpoint.parse("ipc://a").boundAt(UnixDomainSocketAddress.of("a"))).hasToString("ipc://a");
        assertThat(Endpoint.parse("ipc://*").boundAt(UnixDomainSocketAddress.of("/tmp/b"))).hasToString("ipc:///tmp/b");
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 7);
        assertThat(Endpoint.parse("udp://eth0;239.0.0.1:*").boundAt(any)).hasToString("udp://eth0;239.0.0.1:7");
        assertThat(Endpoint.parse("udp://lo:*").boundAt(bound)).hasToString("udp://[0:0:0:0:0:0:0:1]:7");
    }
}
