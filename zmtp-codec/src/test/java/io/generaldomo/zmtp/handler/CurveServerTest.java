package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.frame;
import static io.generaldomo.zmtp.handler.JnaclBox.join;
import static io.generaldomo.zmtp.handler.LibzmqOctets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our server, and a client that was put together by hand. */
class CurveServerTest {
    private static final CurveKeyPair SERVER = CurveDialogue.SERVER_PAIR;
    private static final byte[] SERVER_KEY = SERVER.publicKey().octets();
    private static final byte[] LIBZMQ_HELLO = GoldenVectors.get("curve-client", "hello").bytes();

    private static final ZmtpLimits SMALL = ZmtpLimits.DEFAULT.withMessageSize(1000).withParts(3).withCommandSize(700);

    private final CurveByHand client = CurveByHand.client();

    private static ZmtpConfig config(ZmtpAuthenticator authenticator) {
        return ZmtpConfig.of(SocketType.SERVER, SocketType.ROUTER)
                .withLimits(SMALL)
                .withSecurity(new ZmtpSecurity.CurveServer(SERVER, authenticator));
    }

    private static PeerUnderTest greeted() {
        PeerUnderTest peer = PeerUnderTest.accepting(config(applicant -> CompletableFuture.completedFuture(
                ZmtpVerdict.accept(((ZmtpCredentials.Key) applicant.credentials()).key().z85()))));
        peer.sent();
        return peer.receives(CurveByHand.GREETING);
    }

    private PeerUnderTest welcomed() {
        PeerUnderTest peer = greeted().receives(client.hello(SERVER_KEY));
        client.takeWelcome(SERVER_KEY, octets(peer.sent()));
        return peer;
    }

    private PeerUnderTest ready() {
        PeerUnderTest peer = welcomed().receives(client.initiate(SERVER_KEY, CurveByHand.DEALER));
        assertThat(client.takeReady(octets(peer.sent()))).startsWith(CurveByHand.ROUTER);
        return peer;
    }

    @Test
    void bothSidesTalk() {
        try (PeerUnderTest peer = ready()) {
            assertThat(peer.handshake().peer().user()).contains(new ZmtpUser(CurveKey.of(client.longTerm.open()).z85()));
            assertThat(peer.handshake().peer().localType()).isEqualTo(SocketType.ROUTER);
            peer.receives(client.message(1, "a")).receives(client.message(0, "b"));
            assertThat(peer.message()).containsExactly("61", "62");
            peer.channel.writeOutbound(ZmtpMessage.ofUtf8("c", ""));
            byte[] sent = octets(peer.sent());
            assertThat(sent).startsWith(0, 34, 7, 'M', 'E', 'S', 'S', 'A', 'G', 'E', 0, 0, 0, 0, 0, 0, 0, 2);
            assertThat(client.open(Arrays.copyOf(sent, 36))).containsExactly(1, 'c');
            assertThat(client.open(Arrays.copyOfRange(sent, 36, 71))).containsExactly(0);
        }
    }

    @Test
    void theHelloOfLibzmqIsAnswered() {
        try (PeerUnderTest peer = greeted().receives(LIBZMQ_HELLO)) {
            assertThat(peer.sent()).startsWith("04 a8 07 57 45 4c 43 4f 4d 45");
        }
    }

    @Test
    void theHelloOfLibzmqForAnotherServerIsNot() {
        ZmtpConfig other = config(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u")))
                .withSecurity(new ZmtpSecurity.CurveServer(CurveKeyPair.generate(), applicant -> CompletableFuture.completedFuture(null)));
        try (PeerUnderTest peer = PeerUnderTest.accepting(other).receives(CurveByHand.GREETING)) {
            peer.sent();
            closed(peer.receives(LIBZMQ_HELLO), Reason.CRYPTOGRAPHIC);
            assertThat(peer.sent()).isEmpty();
        }
    }

    @Test
    void row19_commandsOfLibzmqReachNobody() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(client.message(2, "\4PING\0\31abc"));
            assertThat(client.open(octets(peer.sent()))).isEqualTo(join(new byte[] {2}, "\4PONGabc"));
            peer.receives(client.message(2, "\11SUBSCRIBEa")).receives(client.message(3, "\3FOO")).receives(client.message(0, ""));
            assertThat(peer.message()).containsExactly("");
            assertThat(peer.message()).isNull();
        }
    }

    @Test
    void commandsMayStandBetweenTheFramesOfAMessage() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(client.message(1, "a")).receives(client.message(2, "\4PING\0\0"));
            assertThat(client.open(octets(peer.sent()))).containsExactly(2, 4, 'P', 'O', 'N', 'G');
            peer.receives(client.message(2, "\3FOO")).receives(client.message(0, "b"));
            assertThat(peer.message()).containsExactly("61", "62");
            assertThat(peer.failures).isEmpty();
        }
    }

    @Test
    void theFrameOfTheRfcIsTakenToo() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(frame(4, client.messageBody(3, 0, "a")));
            assertThat(peer.message()).containsExactly("61");
        }
    }

    @Test
    void noncesMayLeaveGapsUpToTheLast() {
        try (PeerUnderTest peer = ready()) {
            for (long number : new long[] {3, 1000, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
                peer.receives(frame(0, client.messageBody(number, 0, "a")));
                assertThat(peer.message()).containsExactly("61");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10, 9, 3, 2, 1, 0})
    void row13_aNonceThatDoesNotRiseCloses(long again) {
        try (PeerUnderTest peer = ready()) {
            long last = again == -1 ? -1 : 10;
            peer.receives(frame(0, client.messageBody(last, 0, "a")));
            assertThat(peer.message()).containsExactly("61");
            closed(peer.receives(frame(0, client.messageBody(again, 0, "b"))), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void row13_theNonceOfInitiateCannotBeUsedAgain() {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives(frame(0, client.messageBody(2, 0, "a"))), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void row17_noOctetOfAFrameOfTrafficCanBeChanged() {
        for (int i = 2; i < 36; i++) {
            try (PeerUnderTest peer = new CurveServerTest().readyWith(client())) {
                byte[] frame = last.message(0, "a");
                frame[i] ^= 1;
                assertThat(peer.receives(frame).failures).hasSize(1);
                assertThat(peer.message()).isNull();
            }
        }
    }

    private static CurveByHand last;

    private static CurveByHand client() {
        last = CurveByHand.client();
        return last;
    }

    private PeerUnderTest readyWith(CurveByHand other) {
        PeerUnderTest peer = greeted().receives(other.hello(SERVER_KEY));
        other.takeWelcome(SERVER_KEY, octets(peer.sent()));
        peer.receives(other.initiate(SERVER_KEY, CurveByHand.DEALER));
        peer.sent();
        return peer;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "00 01 61", // a message in the clear
        "04 07 04 50 49 4e 47 00 00", // a PING in the clear
        "00 20 07 4d 45 53 53 41 47 45", // too short for a box, before the rest of it is there
        "01 21", // MORE outside
        "02 80 00 00 00 00 00 00 00", // 2^63
        "02 80 00 00 00 00 00 00 20", // 2^63 + 32
        "02 ff ff ff ff ff ff ff ff", // 2^64-1
        "02 00 00 00 00 00 00 04 0a", // one more than a frame may have
    })
    void row17_trafficThatIsNotProtectedCloses(String hex) {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives(hex), hex.startsWith("02") ? Reason.LIMIT_EXCEEDED : Reason.MALFORMED);
        }
    }

    @Test
    void limitsHoldInside() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(client.message(0, "a".repeat(1000)));
            assertThat(peer.message()).hasSize(1);
            closed(peer.receives(client.message(2, "\4PING" + "a".repeat(696))), Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void theWholeMessageIsLimited() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(client.message(1, "a".repeat(600)));
            assertThat(peer.failures).isEmpty();
            closed(peer.receives(client.message(0, "a".repeat(401))), Reason.LIMIT_EXCEEDED);
        }
    }

    @Test
    void aMessageIsNotFilledWithCommandsOrParts() {
        try (PeerUnderTest peer = ready()) {
            peer.receives(client.message(1, ""));
            for (int i = 0; i < 1000 / 7 + 1; i++) {
                peer.receives(client.message(2, "\4PING\0\0"));
            }
            closed(peer, Reason.LIMIT_EXCEEDED);
        }
        CurveByHand another = CurveByHand.client();
        try (PeerUnderTest peer = readyWith(another)) {
            for (int i = 0; i < 4; i++) {
                peer.receives(another.message(1, ""));
            }
            closed(peer, Reason.LIMIT_EXCEEDED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\4", "\4PIN", "\4PING", "\4PING\0"})
    void aMalformedCommandInsideCloses(String command) {
        try (PeerUnderTest peer = ready()) {
            closed(peer.receives(client.message(2, command)), Reason.MALFORMED);
        }
    }

    @Test
    void aHelloThatWasChangedAnywhereCloses() {
        byte[] good = client.hello(SERVER_KEY);
        for (int i = 2; i < good.length; i++) {
            byte[] hello = good.clone();
            hello[i] ^= 1;
            boolean padding = i >= 10 && i < 82;
            try (PeerUnderTest peer = greeted().receives(hello)) {
                assertThat(peer.failures).as("octet %d", i).hasSize(padding ? 0 : 1);
                assertThat(peer.channel.isOpen()).isEqualTo(padding);
                assertThat(peer.sent().isEmpty()).isNotEqualTo(padding);
            }
        }
    }

    @Test
    void anInitiateThatWasChangedAnywhereCloses() {
        int length = 9 + 9 + 96 + 8 + 144 + CurveByHand.DEALER.length;
        for (int i = 9; i < length; i++) {
            CurveByHand other = CurveByHand.client();
            try (PeerUnderTest peer = greeted().receives(other.hello(SERVER_KEY))) {
                other.takeWelcome(SERVER_KEY, octets(peer.sent()));
                byte[] initiate = other.initiate(SERVER_KEY, CurveByHand.DEALER);
                assertThat(initiate).hasSize(length);
                initiate[i] ^= 1;
                assertThat(peer.receives(initiate).failures).as("octet %d", i).hasSize(1);
                assertThat(peer.events).isEmpty();
                assertThat(peer.sent()).isEmpty();
            }
        }
    }

    @Test
    void row7_commandsOfEveryOtherLengthClose() {
        byte[] hello = JnaclBox.body(client.hello(SERVER_KEY));
        for (int length = 0; length <= 700; length++) {
            if (length == hello.length) {
                continue;
            }
            try (PeerUnderTest peer = greeted().receives(frame(4, Arrays.copyOf(hello, length)))) {
                assertThat(peer.failures).as("%d octets", length).hasSize(1);
            }
        }
        CurveByHand other = CurveByHand.client();
        PeerUnderTest first = greeted().receives(other.hello(SERVER_KEY));
        first.sent();
        for (int length = 9; length <= 700; length += 13) {
            CurveByHand fresh = CurveByHand.client();
            try (PeerUnderTest peer = greeted().receives(fresh.hello(SERVER_KEY))) {
                fresh.takeWelcome(SERVER_KEY, octets(peer.sent()));
                byte[] initiate = JnaclBox.body(fresh.initiate(SERVER_KEY, CurveByHand.DEALER));
                assertThat(peer.receives(frame(4, Arrays.copyOf(initiate, length))).failures).as("%d octets", length).hasSize(1);
            }
        }
        first.close();
    }

    @Test
    void anotherVersionCloses() {
        try (PeerUnderTest peer = greeted()) {
            closed(peer.receives(client.hello(SERVER_KEY, new byte[] {2, 0})), Reason.MALFORMED);
        }
    }

    @Test
    void commandsOutOfOrderClose() {
        try (PeerUnderTest peer = greeted()) {
            closed(peer.receives("04 06 05 52 45 41 44 59"), Reason.MALFORMED);
        }
        try (PeerUnderTest peer = welcomed()) {
            closed(peer.receives(client.hello(SERVER_KEY)), Reason.MALFORMED);
        }
    }

    @Test
    void row14_anInitiateIsGoodOnItsConnectionOnly() {
        byte[] captured;
        try (PeerUnderTest peer = welcomed()) {
            captured = client.initiate(SERVER_KEY, CurveByHand.DEALER);
            peer.receives(captured);
            assertThat(peer.events).hasSize(1);
        }
        client.counter = 0;
        try (PeerUnderTest peer = welcomed()) {
            closed(peer.receives(captured), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void theNonceOfInitiateIsAboveThatOfHello() {
        try (PeerUnderTest peer = welcomed()) {
            client.counter = 0;
            closed(peer.receives(client.initiate(SERVER_KEY, CurveByHand.DEALER)), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void aVouchForAnotherConnectionOrServerCloses() {
        byte[] other = JnaclBox.Keys.fresh().open();
        try (PeerUnderTest peer = welcomed()) {
            closed(peer.receives(client.initiate(other, SERVER_KEY, CurveByHand.DEALER)), Reason.CRYPTOGRAPHIC);
        }
        CurveByHand second = CurveByHand.client();
        try (PeerUnderTest peer = greeted().receives(second.hello(SERVER_KEY))) {
            second.takeWelcome(SERVER_KEY, octets(peer.sent()));
            closed(peer.receives(second.initiate(second.connection.open(), other, CurveByHand.DEALER)), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void aZeroKeyCloses() {
        byte[] hello = client.hello(SERVER_KEY);
        Arrays.fill(hello, 82, 114, (byte) 0);
        try (PeerUnderTest peer = greeted()) {
            closed(peer.receives(hello), Reason.CRYPTOGRAPHIC);
        }
    }

    @Test
    void row7_metadataThatAreCutShortClose() {
        try (PeerUnderTest peer = welcomed()) {
            closed(peer.receives(client.initiate(SERVER_KEY, Arrays.copyOf(CurveByHand.DEALER, 20))), Reason.MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void row15_aRefusalLateOrEarlyLetsNothingThrough(Refusal refusal) {
        for (boolean late : new boolean[] {false, true}) {
            CompletableFuture<ZmtpVerdict> verdict = new CompletableFuture<>();
            if (!late) {
                verdict.complete(ZmtpVerdict.refuse(refusal));
            }
            CurveByHand other = CurveByHand.client();
            try (PeerUnderTest peer = PeerUnderTest.accepting(config(applicant -> verdict)).receives(CurveByHand.GREETING)) {
                peer.sent();
                peer.receives(other.hello(SERVER_KEY));
                other.takeWelcome(SERVER_KEY, octets(peer.sent()));
                peer.receives(other.initiate(SERVER_KEY, CurveByHand.DEALER));
                verdict.complete(ZmtpVerdict.refuse(refusal));
                assertThat(peer.sent())
                        .isEqualTo(refusal == Refusal.TEMPORARY ? "" : "04 0a 05 45 52 52 4f 52 03 3" + refusal.code() / 100 + " 30 30");
                closed(peer.receives(other.message(0, "a")), Reason.NOT_AUTHENTICATED);
                assertThat(peer.events).isEmpty();
            }
        }
    }

    @Test
    void otherMechanismsAreRefused() {
        for (String greeting : new String[] {LibzmqOctets.GREETING, LibzmqOctets.PLAIN_GREETING}) {
            ZmtpConfig config = config(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u")));
            try (PeerUnderTest peer = PeerUnderTest.accepting(config)) {
                closed(peer.receives(greeting).receives(LibzmqOctets.READY_DEALER).receives("00 01 61"), Reason.MECHANISM_MISMATCH);
            }
        }
    }

    private static void closed(PeerUnderTest peer, Reason reason) {
        assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(reason);
        assertThat(peer.channel.isOpen()).isFalse();
        assertThat(peer.message()).isNull();
    }
}
