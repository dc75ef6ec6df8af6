package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_DEALER;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has broken other implementations, octet by octet, under the numbers of protocol-spec/security-cases.md. */
class SecurityCasesTest {
    private static final ZmtpConfig ROUTER = ZmtpConfig.of(SocketType.ROUTER);
    private static final CurveKeyPair SERVER = CurveKeyPair.generate();
    private static final ZmtpConfig CURVE = ROUTER.withSecurity(
            new ZmtpSecurity.CurveServer(SERVER, applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("anyone"))));
    private static final String READY = "05 52 45 41 44 59";
    private static final String IDENTITY = "08 49 64 65 6e 74 69 74 79";

    private static PeerUnderTest ready() {
        PeerUnderTest peer = PeerUnderTest.accepting(ROUTER).receives(GREETING).receives(READY_DEALER);
        peer.sent();
        return peer;
    }

    private static void closed(PeerUnderTest peer, Reason reason) {
        assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(reason);
        assertThat(peer.channel.isOpen()).isFalse();
        assertThat(peer.message()).isNull();
    }

    /** A command with a long header. */
    private static String command(String hex) {
        int length = LibzmqOctets.octets(hex).length;
        return "06 00 00 00 00 %08x".formatted(length) + hex;
    }

    @ParameterizedTest
    @ValueSource(strings = {"02 ff ff ff ff ff ff ff ff", "02 fb 18 ff fb 1f ff fb 20", "02 ff ff ff ff ff ff ff da"})
    void rows1_2_5_aLengthThatIsNegativeOrOverflows(String hex) {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives(hex), Reason.LIMIT_EXCEEDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff fb 18 ff fb 1f ff fb 20 00", "ff ff ff ff ff ff ff ff da 00"})
    void rows2_5_suchALengthFromAPeerOfZmtp10(String hex) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            closed(peer.receives(hex), Reason.VERSION_REFUSED);
        }
    }

    @Test
    void row6_twoLargeFramesFromAPeerOfZmtp10() {
        String frame = "ff 00 00 00 00 00 00 23 29 00" + "61".repeat(9000);
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            closed(peer.receives("01 00" + frame + frame), Reason.NOT_ZMTP);
        }
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            closed(peer.receives(frame + frame), Reason.VERSION_REFUSED);
        }
    }

    /** Shorter and longer than HELLO can be, up to 64 KiB; INITIATE, which needs a handshake each, in CurveServerTest. */
    @Test
    void row7_aHelloOfEveryLength() {
        byte[] hello = JnaclBox.body(CurveByHand.client().hello(SERVER.publicKey().octets()));
        for (int length = 6; length <= 65_536; length += length < 1000 ? 1 : 97) {
            if (length == hello.length) {
                continue;
            }
            String frame = "06 00 00 00 00 %08x".formatted(length);
            try (PeerUnderTest peer = greetedByCurve()) {
                closed(peer.receives(frame).receives(Arrays.copyOf(hello, length)), length > 8192 ? Reason.LIMIT_EXCEEDED : Reason.MALFORMED);
            }
        }
    }

    @Test
    void row9_aSubscriptionToALongTopic() {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives("06 00 00 00 00 00 10 00 0a 09 53 55 42 53 43 52 49 42 45"), Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void row11_anUnfinishedMessageAThousandTimes() {
        for (int i = 0; i < 1000; i++) {
            try (PeerUnderTest peer = ready()) {
                assertThat(peer.receives("01 01 61 01 02 62").message()).isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 00",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7f 00",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7f 01",
        "VERSION_REFUSED, ff 00 00 00 00 00 00 00 01 7f 02",
        "NOT_ZMTP, 01 00"
    })
    void row12_anOlderVersionAtACurveServer(Reason reason, String hex) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(CURVE)) {
            closed(peer.receives(hex + "05 00 00 01 61"), reason);
            assertThat(peer.events).isEmpty();
        }
    }

    @Test
    void row12_theMechanismNullAtACurveServer() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(CURVE)) {
            closed(peer.receives(GREETING + READY_DEALER + "00 01 61"), Reason.MECHANISM_MISMATCH);
            assertThat(peer.events).isEmpty();
        }
    }

    @Test
    void row14_aCapturedHandshakeReplayedOnAnotherConnection() {
        CurveByHand client = CurveByHand.client();
        byte[] key = SERVER.publicKey().octets();
        byte[] hello = client.hello(key);
        byte[] initiate;
        try (PeerUnderTest peer = greetedByCurve()) {
            client.takeWelcome(key, LibzmqOctets.octets(peer.receives(hello).sent()));
            initiate = client.initiate(key, CurveByHand.DEALER);
            assertThat(peer.receives(initiate).events).hasSize(1);
        }
        try (PeerUnderTest peer = greetedByCurve()) {
            peer.receives(hello).sent();
            closed(peer.receives(initiate), Reason.CRYPTOGRAPHIC);
            assertThat(peer.events).isEmpty();
        }
    }

    private static PeerUnderTest greetedByCurve() {
        PeerUnderTest peer = PeerUnderTest.accepting(CURVE);
        peer.sent();
        return peer.receives(CurveByHand.GREETING);
    }

    @Test
    void row18_aPingOf64KiBIsNotEchoed() {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives(command("04 50 49 4e 47 00 00" + "61".repeat(65_536))), Reason.LIMIT_EXCEEDED);
            assertThat(peer.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void row20_anOctetEveryFiveSeconds(boolean curve) {
        ZmtpConfig config = (curve ? CURVE : ROUTER).withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofSeconds(30)));
        byte[] greeting = LibzmqOctets.octets(curve ? CurveByHand.GREETING : GREETING);
        try (PeerUnderTest peer = PeerUnderTest.accepting(config)) {
            for (int i = 0; i < 6; i++) {
                assertThat(peer.channel.isOpen()).isTrue();
                peer.receives(Arrays.copyOfRange(greeting, i, i + 1));
                peer.channel.advanceTimeBy(5, TimeUnit.SECONDS);
                peer.channel.runScheduledPendingTasks();
            }
            closed(peer, Reason.HANDSHAKE_TIMEOUT);
        }
    }

    @Test
    void row22_aHundredThousandEmptyFrames() {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives("01 00".repeat(100_000)), Reason.LIMIT_EXCEEDED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 01 41 80 00 00 00", // a value of 2^31 octets
        "MALFORMED, 01 41 ff ff ff ff 61"
    })
    void row23_propertiesThatCannotBe(Reason reason, String property) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            closed(peer.receives(GREETING).receives(command(READY + property)), reason);
        }
    }

    @Test
    void row23_tenThousandProperties() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            closed(peer.receives(GREETING).receives(command(READY + "01 41 00 00 00 00".repeat(10_000))), Reason.LIMIT_EXCEEDED);
        }
    }

    /** Each type of socket has to fit; of identities the first one counts. */
    @Test
    void row23_theSamePropertyTwice() {
        String dealer = "0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 44 45 41 4c 45 52";
        String router = "0b 53 4f 43 4b 45 54 2d 54 59 50 45 00 00 00 06 52 4f 55 54 45 52";
        String sub = "0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 03 53 55 42";
        String first = IDENTITY + "00 00 00 01 61";
        String second = IDENTITY + "00 00 00 01 62";
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            peer.receives(GREETING).receives(command(READY + dealer + first + router + second));
            assertThat(peer.handshake().peer().identity()).containsExactly('a');
            assertThat(peer.handshake().peer().socketType()).contains(SocketType.ROUTER);
        }
        for (String types : new String[] {dealer + sub, sub + dealer}) {
            try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
                closed(peer.receives(GREETING).receives(command(READY + types)), Reason.SOCKET_TYPE_MISMATCH);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "255, true", "256, false"})
    void row24_identitiesOfEveryLength(int length, boolean good) {
        String type = "0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 44 45 41 4c 45 52";
        String identity = IDENTITY + "%08x".formatted(length) + "61".repeat(length);
        try (PeerUnderTest peer = PeerUnderTest.accepting(ROUTER)) {
            peer.receives(GREETING).receives(command(READY + type + identity));
            if (good) {
                assertThat(peer.handshake().peer().identity()).hasSize(length);
            } else {
                closed(peer, Reason.MALFORMED);
            }
        }
    }
}
