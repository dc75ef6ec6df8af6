package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DGRAM with plain sockets, with itself and with libzmq's. */
class DgramTest extends SocketTest {
    private static final String FREE = "udp://127.0.0.1:*";

    private final Recorder heard = new Recorder();

    private ZmtpDgram dgram(Recorder recorder) {
        return closedAtTheEnd(ZmtpDgram.open(options, recorder));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void talksWithAPlainSocket() {
        ZmtpDgram dgram = dgram(heard);
        String there = done(dgram.bind(FREE)).toString();
        try (RawDatagrams raw = new RawDatagrams()) {
            raw.send(there, new byte[0]);
            raw.send(there, "hello".getBytes(UTF_8));
            assertThat(heard.text()).isEqualTo("127.0.0.1:" + raw.port() + "|");
            assertThat(heard.text()).isEqualTo("127.0.0.1:" + raw.port() + "|hello");
            done(dgram.send(loopback(raw.port()), ZmtpMessage.ofUtf8("good day")));
            assertThat(raw.receive()).asString(UTF_8).isEqualTo("good day");
            done(dgram.send(ZmtpMessage.ofUtf8("127.0.0.1:" + raw.port(), "good night")));
            assertThat(raw.receive()).asString(UTF_8).isEqualTo("good night");
        }
        assertThat(dgram.dropped()).isZero();
    }

    @Test
    void whatIsTooLongIsDroppedAndCounted() {
        ZmtpDgram dgram = dgram(heard);
        String there = done(dgram.bind(FREE)).toString();
        try (RawDatagrams raw = new RawDatagrams()) {
            raw.send(there, new byte[8193]);
            raw.send(there, new byte[8192]);
            assertThat(heard.text()).endsWith("|" + "\0".repeat(8192));
            assertThat(dgram.dropped()).isOne();
            done(dgram.send(loopback(raw.port()), ZmtpMessage.copyOf(new byte[8193])));
            done(dgram.send(loopback(raw.port()), ZmtpMessage.copyOf(new byte[8192])));
            assertThat(raw.receive()).hasSize(8192);
            assertThat(dgram.dropped()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "localhost:1", "::1:1", "[127.0.0.1:1", "", "1.2.3:4", "[::1%nothing]:1"})
    void sendsToAddressesAlone(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dgram(heard).send(ZmtpMessage.ofUtf8(address, "body")))
                .withMessageContaining("a DGRAM sends an address");
    }

    @Test
    void sendsResolvedAddressesAndOnePart() {
        ZmtpDgram dgram = dgram(heard);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dgram.send(InetSocketAddress.createUnresolved("localhost", 1), ZmtpMessage.ofUtf8("body")))
                .withMessageContaining("is not resolved");
        assertThatIllegalArgumentException().isThrownBy(() -> dgram.send(loopback(1), ZmtpMessage.ofUtf8("two", "parts")));
        assertThatIllegalArgumentException().isThrownBy(() -> dgram.send(loopback(1), ZmtpMessage.ofUtf8("")));
        assertThatIllegalArgumentException().isThrownBy(() -> dgram.bind(FREE_PORT)).withMessageContaining("a DGRAM knows udp:// alone");
        assertThatIllegalArgumentException().isThrownBy(() -> ZmtpDgram.senderOf(ZmtpMessage.ofUtf8("body")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp://127.0.0.1:*", "udp://[::1]:*"})
    void talksWithItself(String free) throws InterruptedException {
        try (BlockingSocket one = BlockingSocket.open(SocketType.DGRAM, options);
                BlockingSocket other = BlockingSocket.open(SocketType.DGRAM, options)) {
            one.bind(free);
            String there = other.bind(free).toString().replace("udp://", "");
            one.send(there, "hello");
            ZmtpMessage message = other.receive();
            assertThat(ZmtpDgram.senderOf(message).getAddress().isLoopbackAddress()).isTrue();
            other.send(message); // back to where it came from
            assertThat(Recorder.text(one.receive())).isEqualTo(there + "|hello");
        }
    }

    @RequiresLibzmq
    @Test
    void talksWithLibzmqs() {
        ZmtpDgram dgram = dgram(heard);
        int port = Endpoint.parse(done(dgram.bind(FREE)).toString()).port();
        try (LibzmqPeer libzmq = LibzmqPeer.start(); LibzmqSocket its = libzmq.open(LibzmqSocketType.DGRAM)) {
            int itsPort = RawDatagrams.freePort();
            its.bind("udp://127.0.0.1:" + itsPort);
            its.send("127.0.0.1:" + port, "hello");
            assertThat(heard.text()).isEqualTo("127.0.0.1:" + itsPort + "|hello"); // and so it is bound
            done(dgram.send(loopback(itsPort), ZmtpMessage.ofUtf8("good day")));
            List<String> received = its.receive(Duration.ofSeconds(20)).text();
            assertThat(received).containsExactly("127.0.0.1:" + port + "\0", "good day");
            done(dgram.send(ZmtpMessage.ofUtf8("127.0.0.1:" + itsPort + "\0", "as libzmq has it")));
            assertThat(its.receive(Duration.ofSeconds(20)).text().get(1)).isEqualTo("as libzmq has it");
        }
    }
}
