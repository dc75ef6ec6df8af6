package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.frame;
import static io.generaldomo.zmtp.handler.LibzmqOctets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client, and a server that was put together by hand. */
class CurveClientTest {
    private static final CurveKeyPair OWN = CurveKeyPair.generate();

    private final CurveByHand server = CurveByHand.server();

    private PeerUnderTest greeted() {
        return greeted(server, ZmtpConfig.of(SocketType.DEALER));
    }

    private static PeerUnderTest greeted(CurveByHand by, ZmtpConfig config) {
        PeerUnderTest peer = PeerUnderTest.connecting(
                config.withSecurity(new ZmtpSecurity.CurveClient(OWN, CurveKey.of(by.longTerm.open()))));
        assertThat(peer.sent()).isEqualTo(CurveByHand.GREETING);
        peer.receives(CurveByHand.GREETING);
        by.takeHello(octets(peer.sent()));
        return peer;
    }

    private static PeerUnderTest initiated(CurveByHand by, PeerUnderTest peer) {
        peer.receives(by.welcome());
        assertThat(by.takeInitiate(octets(peer.sent()), OWN.publicKey().octets())).startsWith(CurveByHand.DEALER);
        return peer;
    }

    private PeerUnderTest ready(ZmtpConfig config) {
        return initiated(server, greeted(server, config)).receives(server.ready(CurveByHand.ROUTER));
    }

    @Test
    void bothSidesTalk() {
        try (PeerUnderTest peer = greeted()) {
            peer.channel.writeAndFlush(ZmtpMessage.ofUtf8("a"));
            initiated(server, peer);
            peer.receives(server.ready(CurveByHand.ROUTER));
            assertThat(peer.handshake().peer().socketType()).contains(SocketType.ROUTER);
            byte[] sent = octets(peer.sent());
            assertThat(sent).startsWith(0, 34, 7, 'M', 'E', 'S', 'S', 'A', 'G', 'E', 0, 0, 0, 0, 0, 0, 0, 3);
            assertThat(server.open(sent)).containsExactly(0, 'a');
            peer.receives(server.message(1, "b")).receives(server.message(0, ""));
            assertThat(peer.message()).containsExactly("62", "");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {221, 222, 223, 65_535, 1_000_000})
    void largePartsAreSealedWhole(int size) {
        try (PeerUnderTest peer = ready(ZmtpConfig.of(SocketType.DEALER))) {
            peer.channel.writeOutbound(ZmtpMessage.copyOf(new byte[size]));
            byte[] opened = server.open(octets(peer.sent()));
            assertThat(opened.length).isEqualTo(size + 1);
        }
    }

    @Test
    void row19_heartbeatsAreSealed() {
        ZmtpHeartbeat heartbeat = ZmtpHeartbeat.every(Duration.ofSeconds(1));
        try (PeerUnderTest peer = ready(ZmtpConfig.of(SocketType.DEALER).withHeartbeat(heartbeat))) {
            for (int second = 0; second < 5; second++) {
                advance(peer, 1000);
                assertThat(server.open(octets(peer.sent()))).containsExactly(2, 4, 'P', 'I', 'N', 'G', 0, 0);
                peer.receives(server.message(2, "\4PONG"));
            }
            assertThat(peer.message()).isNull();
            advance(peer, 1000);
            peer.sent();
            advance(peer, 1000);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HEARTBEAT_TIMEOUT);
        }
    }

    private static void advance(PeerUnderTest peer, long millis) {
        peer.channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        peer.channel.runScheduledPendingTasks();
    }

    @Test
    void aWelcomeOrReadyThatWasChangedAnywhereCloses() {
        byte[] welcome = null;
        for (int i = 2; i < 170; i++) {
            CurveByHand other = CurveByHand.server();
            try (PeerUnderTest peer = greeted(other, ZmtpConfig.of(SocketType.DEALER))) {
                welcome = other.welcome();
                welcome[i] ^= 1;
                assertThat(peer.receives(welcome).failures).as("octet %d of WELCOME", i).hasSize(1);
                assertThat(peer.sent()).isEmpty();
            }
        }
        for (int i = 2; i < 2 + 30 + CurveByHand.ROUTER.length; i++) {
            CurveByHand other = CurveByHand.server();
            try (PeerUnderTest peer = initiated(other, greeted(other, ZmtpConfig.of(SocketType.DEALER)))) {
                byte[] ready = other.ready(CurveByHand.ROUTER);
                ready[i] ^= 1;
                assertThat(peer.receives(ready).failures).as("octet %d of READY", i).hasSize(1);
                assertThat(peer.events).isEmpty();
            }
        }
    }

    @Test
    void commandsOfOtherLengthsClose() {
        for (int length : new int[] {0, 1, 7, 8, 24, 167, 169, 300}) {
            CurveByHand other = CurveByHand.server();
            try (PeerUnderTest peer = greeted(other, ZmtpConfig.of(SocketType.DEALER))) {
                byte[] body = Arrays.copyOf(JnaclBox.body(other.welcome()), length);
                assertThat(peer.receives(frame(4, body)).failures).as("WELCOME of %d octets", length).hasSize(1);
            }
        }
        for (int length : new int[] {6, 13, 29, 31, 51, 53}) {
            CurveByHand other = CurveByHand.server();
            try (PeerUnderTest peer = initiated(other, greeted(other, ZmtpConfig.of(SocketType.DEALER)))) {
                byte[] body = Arrays.copyOf(JnaclBox.body(other.ready(CurveByHand.ROUTER)), length);
                assertThat(peer.receives(frame(4, body)).failures).as("READY of %d octets", length).hasSize(1);
            }
        }
    }

    @Test
    void commandsOutOfOrderClose() {
        try (PeerUnderTest peer = greeted()) {
            assertThat(peer.receives("04 06 05 52 45 41 44 59").failures).hasSize(1);
        }
        CurveByHand other = CurveByHand.server();
        try (PeerUnderTest peer = initiated(other, greeted(other, ZmtpConfig.of(SocketType.DEALER)))) {
            assertThat(peer.receives(other.welcome()).failures).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 0a 05 45 52 52 4f 52 03 34 30 30", "04 07 05 45 52 52 4f 52 00", "04 06 05 45 52 52 4f 52"})
    void theServerMayRefuse(String error) {
        try (PeerUnderTest peer = greeted()) {
            assertThat(peer.receives(error).failures).singleElement().extracting("reason").isEqualTo(Reason.REFUSED_BY_PEER);
        }
        CurveByHand other = CurveByHand.server();
        try (PeerUnderTest peer = initiated(other, greeted(other, ZmtpConfig.of(SocketType.DEALER)))) {
            assertThat(peer.receives(error).failures).singleElement().extracting("reason").isEqualTo(Reason.REFUSED_BY_PEER);
        }
    }

    @Test
    void whatTheClientSentIsNotTakenBack() {
        try (PeerUnderTest peer = ready(ZmtpConfig.of(SocketType.DEALER))) {
            peer.channel.writeOutbound(ZmtpMessage.ofUtf8("a"));
            assertThat(peer.receives(octets(peer.sent())).failures)
                    .singleElement().extracting("reason").isEqualTo(Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void theNonceOfReadyCannotBeUsedAgain() {
        try (PeerUnderTest peer = ready(ZmtpConfig.of(SocketType.DEALER))) {
            assertThat(peer.receives(frame(0, server.messageBody(1, 0, "a"))).failures)
                    .singleElement().extracting("reason").isEqualTo(Reason.CRYPTOGRAPHIC);
        }
    }
}
