package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PING_2500_MS;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PONG;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PONG_ABC;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_DEALER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {
    private static final ZmtpLimits SMALL =
            new ZmtpLimits(1000, 2000, 3, 100, 10, Duration.ofSeconds(30));
    private static final ZmtpConfig ROUTER = ZmtpConfig.of(SocketType.ROUTER).withLimits(SMALL);

    private static PeerUnderTest ready(ZmtpConfig config) {
        PeerUnderTest peer = PeerUnderTest.accepting(config).receives(GREETING).receives(READY_DEALER);
        peer.sent();
        return peer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 01 61 00 01 62", // short frames
                "03 00 00 00 00 00 00 00 01 61 02 00 00 00 00 00 00 00 01 62", // long frames of small sizes
                "f9 01 61 f8 01 62", // reserved bits
                "01 01 61 04 07 04 50 49 4e 47 00 19 00 01 62", // PING between the frames of a message
                "01 01 61 04 04 03 46 4f 4f 00 01 62", // an unknown command between them
                "05 04 03 46 4f 4f 01 01 61 00 01 62", // an unknown command with MORE
                "04 06 05 52 45 41 44 59 01 01 61 00 01 62", // READY once more
                "04 0b 09 53 55 42 53 43 52 49 42 45 41 01 01 61 00 01 62", // SUBSCRIBE, which is not for a ROUTER
            })
    void row21_takesEveryFormThatPeersUse(String hex) {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.receives(hex);
            assertThat(peer.message()).containsExactly("61", "62");
            assertThat(peer.message()).isNull();
            assertThat(peer.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT_EXCEEDED, 02 7f ff ff ff ff ff ff ff", // 2^63-1
        "LIMIT_EXCEEDED, 02 80 00 00 00 00 00 00 00", // 2^63
        "LIMIT_EXCEEDED, 02 ff ff ff ff ff ff ff ff", // 2^64-1
        "LIMIT_EXCEEDED, 02 00 00 00 00 00 00 03 e9", // one more than a frame may have
        "LIMIT_EXCEEDED, 01 00 01 00 01 00 00 00", // four parts
        "LIMIT_EXCEEDED, 04 65", // a command of 101 octets
        "LIMIT_EXCEEDED, 06 ff ff ff ff ff ff ff ff", // a command of 2^64-1
        "MALFORMED, 04 00", // no command name
        "MALFORMED, 04 02 04 50", // a command name beyond the end
        "MALFORMED, 04 05 04 50 49 4e 47", // PING without TTL
        "MALFORMED, 04 06 04 50 49 4e 47 00", // PING with half of it
        "MALFORMED, 04 18 04 50 49 4e 47 00 00 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61", // a context of 17
    })
    void rows18_21_22_refusesAsSoonAsTheHeaderShows(Reason reason, String hex) {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.receives(hex + "00 01 61");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(reason);
            assertThat(peer.channel.isOpen()).isFalse();
            assertThat(peer.message()).isNull();
        }
    }

    @Test
    void row22_limitsTheWholeMessage() {
        try (PeerUnderTest peer = ready(ROUTER)) {
            byte[] frame = new byte[9 + 1000];
            LibzmqOctets.buffer("03 00 00 00 00 00 00 03 e8").getBytes(0, frame, 0, 9);
            peer.receives(frame).receives(frame);
            assertThat(peer.failures).isEmpty();
            peer.receives("00 01 61");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void row21_aMessageWithoutEndCannotBeFilledWithCommands() {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.receives("01 01 61");
            for (int i = 0; i < 2000 / 7 + 1; i++) {
                peer.receives(PING_2500_MS);
            }
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void answersPingWithItsContext() {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.receives(PING_2500_MS);
            assertThat(peer.sent()).isEqualTo(PONG);
            peer.receives("04 0a 04 50 49 4e 47 00 00 61 62 63");
            assertThat(peer.sent()).isEqualTo(PONG_ABC);
        }
    }

    @Test
    void sendsShortAndLongFrames() {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.channel.writeOutbound(ZmtpMessage.copyOf(new byte[0], new byte[255], new byte[256]));
            assertThat(peer.sent())
                    .isEqualTo("01 00 01 ff" + " 00".repeat(255) + " 02 00 00 00 00 00 00 01 00" + " 00".repeat(256));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 4097, 100_000})
    void largePartsAreTheSameOnTheWireAmongSmallOnes(int size) {
        try (PeerUnderTest peer = ready(ROUTER)) {
            String header = " 00 00 00 00 %02x %02x %02x %02x".formatted(size >>> 24, size >>> 16 & 0xFF, size >>> 8 & 0xFF, size & 0xFF);
            ByteBuf large = Unpooled.wrappedBuffer(new byte[size]);
            peer.channel.writeOutbound(ZmtpMessage.of(
                    LibzmqOctets.buffer("61"), large.retainedDuplicate(), LibzmqOctets.buffer("62"), large.retainedDuplicate()));
            assertThat(peer.sent())
                    .isEqualTo("01 01 61 03" + header + " 00".repeat(size) + " 01 01 62 02" + header + " 00".repeat(size));
            assertThat(large.refCnt()).isEqualTo(1);
            large.release();
        }
    }

    @Test
    void pingsAtEachIntervalAndGivesUpOnSilence() {
        ZmtpHeartbeat heartbeat = new ZmtpHeartbeat(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(2500));
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(heartbeat))) {
            advance(peer, 1000);
            assertThat(peer.sent()).isEqualTo(PING_2500_MS);
            peer.receives(PONG);
            advance(peer, 1000);
            advance(peer, 2999);
            assertThat(peer.channel.isOpen()).isTrue();
            advance(peer, 1);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    void threePingsAtMostAreUnanswered() {
        ZmtpHeartbeat heartbeat = new ZmtpHeartbeat(Duration.ofSeconds(1), Duration.ofSeconds(100), Duration.ZERO);
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(heartbeat))) {
            for (int round = 0; round < 3; round++) {
                for (int second = 1; second <= 20; second++) {
                    advance(peer, 1000);
                    assertThat(peer.sent()).as("after %d s", second).isEqualTo(second <= 3 ? "04 07 04 50 49 4e 47 00 00" : "");
                }
                peer.receives("00 01 61"); // anything counts as an answer
                assertThat(peer.message()).containsExactly("61");
            }
            for (int second = 0; second < 101; second++) {
                advance(peer, 1000);
            }
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    void noTtlIsOneThatLibzmqMisreads() {
        Duration longest = Duration.ofMillis(65_500);
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(new ZmtpHeartbeat(Duration.ofSeconds(1), longest, longest)))) {
            advance(peer, 1000);
            assertThat(peer.sent()).isEqualTo("04 07 04 50 49 4e 47 02 8f"); // 655
        }
        assertThatThrownBy(() -> new ZmtpHeartbeat(Duration.ofSeconds(1), longest, longest.plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"RADIO, ready-dish", "DISH, ready-radio"})
    void radioAndDishAreNotPinged(SocketType own, String ready) {
        ZmtpConfig config = ZmtpConfig.of(own).withHeartbeat(ZmtpHeartbeat.every(Duration.ofSeconds(1)));
        try (PeerUnderTest peer = PeerUnderTest.accepting(config)) {
            peer.receives(GREETING).receives(GoldenVectors.get("handshake", ready).bytes());
            assertThat(peer.events).hasSize(1);
            peer.sent();
            for (int second = 0; second < 10; second++) {
                advance(peer, 1000);
            }
            assertThat(peer.sent()).isEmpty();
            assertThat(peer.channel.isOpen()).isTrue();
        }
    }

    @Test
    void silenceIsNotHeldAgainstAPeerThatIsNotReadFrom() {
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(ZmtpHeartbeat.every(Duration.ofSeconds(1))))) {
            peer.channel.config().setAutoRead(false);
            advance(peer, 10_000);
            assertThat(peer.channel.isOpen()).isTrue();
            peer.channel.config().setAutoRead(true);
            advance(peer, 999);
            assertThat(peer.channel.isOpen()).isTrue();
            for (int second = 0; second < 3; second++) {
                advance(peer, 1000);
            }
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    void anyTrafficIsASignOfLife() {
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(ZmtpHeartbeat.every(Duration.ofSeconds(1))))) {
            for (int second = 0; second < 100; second++) {
                advance(peer, 999);
                peer.receives("00 01 61");
                advance(peer, 1);
                assertThat(peer.message()).containsExactly("61");
            }
            assertThat(peer.channel.isOpen()).isTrue();
        }
    }

    @Test
    void aPieceOfALargeFrameIsASignOfLife() {
        try (PeerUnderTest peer = ready(ROUTER.withHeartbeat(ZmtpHeartbeat.every(Duration.ofSeconds(1))))) {
            peer.receives("00 64");
            for (int second = 0; second < 99; second++) {
                advance(peer, 999);
                peer.receives("61");
                advance(peer, 1);
            }
            assertThat(peer.channel.isOpen()).isTrue();
        }
    }

    @Test
    void keepsToTheTtlThatThePeerAnnounced() {
        try (PeerUnderTest peer = ready(ROUTER)) {
            peer.receives(PING_2500_MS);
            advance(peer, 2000);
            peer.receives(PING_2500_MS);
            advance(peer, 2499);
            assertThat(peer.channel.isOpen()).isTrue();
            advance(peer, 1);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.HEARTBEAT_TIMEOUT);
        }
    }

    @Test
    void row11_anUnfinishedMessageIsReleasedWithTheConnection() {
        PeerUnderTest peer = ready(ROUTER);
        ByteBuf octets = LibzmqOctets.buffer("01 01 61 00 05 62");
        peer.channel.writeInbound(octets);
        peer.close();
        assertThat(octets.refCnt()).isZero();
        assertThat(peer.failures).isEmpty();
    }

    private static void advance(PeerUnderTest peer, long millis) {
        peer.channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        peer.channel.runScheduledPendingTasks();
    }
}
