package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqMessage;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** STREAM with libzmq's, in both roles, and with a libzmq that speaks ZMTP. */
@RequiresLibzmq
class StreamInteroperabilityTest extends SocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recorder heard = new Recorder();
    private LibzmqPeer libzmq;

    @BeforeEach
    void startLibzmq() {
        libzmq = LibzmqPeer.start();
    }

    @AfterEach
    void stopLibzmq() {
        libzmq.close();
    }

    private ZmtpStream stream() {
        return closedAtTheEnd(ZmtpStream.open(options, heard));
    }

    private static byte[] octets(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void itsConnectsToOurs() {
        ZmtpStream ours = stream();
        LibzmqSocket its = libzmq.open(LibzmqSocketType.STREAM);
        its.connect(bind(ours));
        RoutingId peer = heard.connected().routingId();
        byte[] id = its.receive(PATIENCE).frames().get(0);
        talk(ours, peer, its, id);
        its.send(id, new byte[0]);
        assertThat(heard.text()).isEmpty();
        heard.disconnected();
    }

    @Test
    void oursConnectsToIts() {
        ZmtpStream ours = stream();
        LibzmqSocket its = libzmq.open(LibzmqSocketType.STREAM);
        RoutingId peer = done(ours.connectPeer(its.bind(FREE_PORT)));
        LibzmqMessage arrival = its.receive(PATIENCE);
        assertThat(arrival.frames().get(1)).isEmpty();
        byte[] id = arrival.frames().get(0);
        talk(ours, peer, its, id);
        done(ours.send(peer, ZmtpMessage.ofUtf8("")));
        LibzmqMessage end = its.receive(PATIENCE);
        assertThat(end.frames()).containsExactly(id, new byte[0]);
    }

    private void talk(ZmtpStream ours, RoutingId peer, LibzmqSocket its, byte[] id) {
        assertThat(heard.text()).isEmpty();
        done(ours.send(peer, ZmtpMessage.ofUtf8("hello")));
        assertThat(its.receive(PATIENCE).frames()).containsExactly(id, octets("hello"));
        its.send(id, octets("good day"));
        assertThat(heard.text()).isEqualTo("good day");
    }

    /** libzmq's test_stream, "stream_to_dealer": the octets of ZMTP in and out of a STREAM. */
    @Test
    void aDealerOfIts() {
        ZmtpStream ours = stream();
        LibzmqSocket dealer = libzmq.open(LibzmqSocketType.DEALER);
        dealer.connect(bind(ours));
        RoutingId peer = heard.connected().routingId();
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        System.arraycopy(octets("NULL"), 0, greeting, 12, 4);
        ours.send(peer, ZmtpMessage.copyOf(greeting));
        ours.send(peer, ZmtpMessage.copyOf(octets("\4\34\5READY\13Socket-Type\0\0\0\6ROUTER")));
        dealer.awaitEvent("handshake", PATIENCE);
        ours.send(peer, ZmtpMessage.copyOf(octets("\0\5Hello")));
        assertThat(dealer.receive(PATIENCE).text()).containsExactly("Hello");
    }
}
