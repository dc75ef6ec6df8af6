package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_CLIENT;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_DEALER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_REP;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_ROUTER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_SERVER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final ZmtpConfig SERVER_OR_ROUTER = ZmtpConfig.of(SocketType.SERVER, SocketType.ROUTER);
    private static final ZmtpConfig CLIENT = ZmtpConfig.of(SocketType.CLIENT);

    @Test
    void sendsTheGreetingOfLibzmqAtOnce() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(CLIENT)) {
            assertThat(peer.sent()).isEqualTo(GREETING);
        }
    }

    @Test
    void padsTheSignatureWithTheLengthOfTheIdentity() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(ZmtpConfig.of(SocketType.DEALER).withIdentity("ABC".getBytes(US_ASCII)))) {
            assertThat(peer.sent()).startsWith("ff 00 00 00 00 00 00 00 04 7f 03 01");
        }
    }

    @Test
    void connectingSideSendsReadyAfterTheGreeting() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(CLIENT)) {
            peer.sent();
            peer.receives(GREETING);
            assertThat(peer.sent()).isEqualTo(READY_CLIENT);
            assertThat(peer.events).isEmpty();
            peer.receives(READY_SERVER);
            assertThat(peer.handshake().peer().socketType()).contains(SocketType.SERVER);
            assertThat(peer.handshake().peer().minorVersion()).isEqualTo(1);
        }
    }

    @Test
    void acceptingSideAnswersEachPeerAsTheTypeThatFits() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING);
            assertThat(peer.sent()).isEqualTo(GREETING);
            peer.receives(READY_CLIENT);
            assertThat(peer.sent()).isEqualTo(READY_SERVER);
            assertThat(peer.handshake().peer().localType()).isEqualTo(SocketType.SERVER);
        }
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING).receives(READY_DEALER);
            assertThat(peer.sent()).isEqualTo(GREETING + " " + READY_ROUTER);
            assertThat(peer.handshake().peer().localType()).isEqualTo(SocketType.ROUTER);
        }
    }

    @Test
    void theMinorVersionOfAnOlderPeerIsKept() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING.replace("7f 03 01", "7f 03 00")).receives(READY_DEALER);
            assertThat(peer.handshake().peer().minorVersion()).isZero();
        }
    }

    @Test
    void writesWaitUntilThePeerIsReady() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(CLIENT)) {
            ChannelFuture written = peer.channel.writeAndFlush(ZmtpMessage.ofUtf8("a"));
            peer.receives(GREETING);
            assertThat(peer.sent()).isEqualTo(GREETING + " " + READY_CLIENT);
            assertThat(written.isDone()).isFalse();
            peer.receives(READY_SERVER);
            assertThat(peer.sent()).isEqualTo("00 01 61");
            assertThat(written.isSuccess()).isTrue();
        }
    }

    @Test
    void waitingWritesFailAndAreReleasedWhenThePeerLeaves() {
        PeerUnderTest peer = PeerUnderTest.connecting(CLIENT);
        ZmtpMessage message = ZmtpMessage.ofUtf8("a");
        ChannelFuture written = peer.channel.writeAndFlush(message);
        peer.close();
        assertThat(written.isSuccess()).isFalse();
        assertThat(message.refCnt()).isZero();
    }

    @Test
    void takesReadyWithoutTheCommandBit() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING).receives("00" + READY_CLIENT.substring(2));
            assertThat(peer.events).hasSize(1);
        }
    }

    @Test
    void showsIdentityAndOtherPropertiesInAnyCase() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER))) {
            peer.receives(GREETING)
                    .receives("04 2a 05 52 45 41 44 59 0b 73 6f 63 6b 65 74 2d 74 79 70 65 00 00 00 06 44 45 41 4c 45 52"
                            + " 08 49 44 45 4e 54 49 54 59 00 00 00 01 41");
            assertThat(peer.handshake().peer().identity()).containsExactly('A');
            assertThat(peer.handshake().peer().socketType()).contains(SocketType.DEALER);
            assertThat(peer.handshake().peer().metadata().text(ZmtpMetadata.SOCKET_TYPE)).contains("DEALER");
        }
    }

    @Test
    void tellsThePeerWhyItsTypeIsRefused() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING);
            peer.sent();
            peer.receives(READY_REP);
            assertThat(peer.sent()).startsWith("04 1f 05 45 52 52 4f 52 18 53 6f 63 6b 65 74 20 74 79 70 65");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.SOCKET_TYPE_MISMATCH);
            assertThat(peer.channel.isOpen()).isFalse();
        }
    }

    @Test
    void peerMayRefuse() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(CLIENT)) {
            peer.receives(GREETING).receives("04 0a 05 45 52 52 4f 52 03 34 30 30");
            assertThat(peer.failures).singleElement().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.REFUSED_BY_PEER);
                assertThat(failure).hasMessageContaining("400");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ZMTP, 47 45 54 20 2f 20 48 54 54 50",
        "NOT_ZMTP, 16 03 01",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7e",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7f 01",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7f 02"
    })
    void refusesWhatIsNoGreetingOfZmtp3AsSoonAsThatShows(Reason reason, String hex) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(hex);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(reason);
            assertThat(peer.channel.isOpen()).isFalse();
        }
    }

    @Test
    void refusesAnotherMechanism() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING.replace("4e 55 4c 4c 00", "50 4c 41 49 4e"));
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.MECHANISM_MISMATCH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04 07 04 50 49 4e 47 00 19", // PING before READY
                "04 00", // no name
                "04 01 00", // an empty name
                "04 02 05 52", // a name beyond the end
                "05 06 05 52 45 41 44 59", // MORE
                "04 08 05 52 45 41 44 59 05 41", // metadata that ends within a name
                "04 0b 05 52 45 41 44 59 01 41 00 00 00", // … within a length
                "04 0c 05 52 45 41 44 59 01 41 00 00 00 01", // … within a value
                "04 0c 05 52 45 41 44 59 01 41 ff ff ff ff", // … a value of 2^32-1 octets
                "04 1a 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 03 52 45 51 08", // a rest
                "06 7f ff ff ff ff ff ff ff", // 2^63-1 octets
                "06 ff ff ff ff ff ff ff ff", // 2^64-1 octets
                "06 00 00 00 00 00 00 20 01", // one more than the limit
            })
    void refusesMalformedHandshakeCommands(String hex) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(SERVER_OR_ROUTER)) {
            peer.receives(GREETING).receives(hex);
            assertThat(peer.failures).hasSize(1);
            assertThat(peer.channel.isOpen()).isFalse();
            assertThat(peer.events).isEmpty();
        }
    }

    @Test
    void row24_refusesAnIdentityThatBeginsWithZero() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER))) {
            peer.receives(GREETING).receives("04 15 05 52 45 41 44 59 08 49 64 65 6e 74 69 74 79 00 00 00 02 00 41");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void row23_refusesTooManyProperties() {
        int properties = ZmtpLimits.DEFAULT.properties() + 1;
        String command = "05 52 45 41 44 59" + " 01 41 00 00 00 00".repeat(properties);
        String header = "06 00 00 00 00 00 00 %02x %02x ".formatted((6 + 6 * properties) >> 8, (6 + 6 * properties) & 0xFF);
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER))) {
            peer.receives(GREETING).receives(header + command);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void row20_aSilentPeerIsClosedAtTheDeadline() {
        ZmtpConfig config =
                CLIENT.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofSeconds(3)));
        try (PeerUnderTest peer = PeerUnderTest.connecting(config)) {
            peer.receives(GREETING);
            peer.channel.advanceTimeBy(2999, TimeUnit.MILLISECONDS);
            peer.channel.runScheduledPendingTasks();
            assertThat(peer.failures).isEmpty();
            peer.channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            peer.channel.runScheduledPendingTasks();
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HANDSHAKE_TIMEOUT);
            assertThat(peer.channel.isOpen()).isFalse();
        }
    }

    @Test
    void deadlineEndsWithTheHandshake() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(CLIENT)) {
            peer.receives(GREETING).receives(READY_SERVER);
            peer.channel.advanceTimeBy(1, TimeUnit.HOURS);
            peer.channel.runScheduledPendingTasks();
            assertThat(peer.channel.isOpen()).isTrue();
        }
    }

    @Test
    void aConnectingSideIsOfOneType() {
        assertThatThrownBy(() -> PeerUnderTest.connecting(SERVER_OR_ROUTER)).isInstanceOf(IllegalArgumentException.class);
    }
}
