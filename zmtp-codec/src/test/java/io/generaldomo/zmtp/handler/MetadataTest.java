package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.octets;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application announces of its own, under each mechanism. */
class MetadataTest {
    private static final byte[] LIBZMQ_READY = GoldenVectors.get("handshake", "ready-dealer-metadata").bytes();
    /** Given in another order than that of the wire. */
    private static final ZmtpMetadata TWO = ZmtpMetadata.EMPTY.with("X-key", "value").with("X-a", "b:c");

    private static final ZmtpMetadata THREE = TWO.with(ZmtpMetadata.RESOURCE, "system/name-service");
    private static final ZmtpConfig DEALER = ZmtpConfig.of(SocketType.DEALER);
    /** THREE on the wire, put together by hand. */
    private static final byte[] ANNOUNCED =
            JnaclBox.join("\10Resource\0\0\0\23system/name-service", "\3X-a\0\0\0\3b:c", "\5X-key\0\0\0\5value");

    @Test
    void theReadyIsOctetForOctetTheOneOfLibzmq() {
        try (PeerUnderTest peer = PeerUnderTest.connecting(DEALER.withIdentity("ID".getBytes(US_ASCII)).withMetadata(TWO))) {
            peer.sent();
            peer.receives(GREETING);
            assertThat(octets(peer.sent())).isEqualTo(LIBZMQ_READY);
        }
    }

    @Test
    void theReadyOfLibzmqIsShown() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER))) {
            ZmtpPeer shown = peer.receives(GREETING).receives(LIBZMQ_READY).handshake().peer();
            assertThat(shown.metadata().text("X-a")).contains("b:c");
            assertThat(shown.metadata().text("x-KEY")).contains("value");
            assertThat(shown.metadata().properties()).extracting(ZmtpMetadata.Property::name)
                    .containsExactly("Socket-Type", "Identity", "X-a", "X-key");
            assertThat(shown.resource()).isEmpty();
        }
    }

    @Test
    void theResourceGoesBeforeWhatIsTheApplications() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.CLIENT).withMetadata(THREE))) {
            peer.receives(GREETING);
            peer.sent();
            peer.receives(LibzmqOctets.READY_SERVER);
            assertThat(octets(peer.sent())).isEqualTo(JnaclBox.frame(4, JnaclBox.join("\5READY\13Socket-Type\0\0\0\6CLIENT", ANNOUNCED)));
        }
    }

    @Test
    void underPlainItGoesWithInitiateAndReady() {
        String announced = HexFormat.ofDelimiter(" ").formatHex(ANNOUNCED);
        ZmtpConfig client = DEALER.withMetadata(THREE).withSecurity(new ZmtpSecurity.PlainClient("u", "pw"));
        String initiate;
        try (PeerUnderTest peer = PeerUnderTest.connecting(client).receives(LibzmqOctets.PLAIN_GREETING)) {
            peer.sent();
            peer.receives(LibzmqOctets.PLAIN_WELCOME);
            initiate = peer.sent();
            assertThat(initiate).endsWith(announced);
        }
        ZmtpConfig server = ZmtpConfig.of(SocketType.ROUTER).withMetadata(THREE).withSecurity(
                new ZmtpSecurity.PlainServer(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"))));
        try (PeerUnderTest peer = PeerUnderTest.accepting(server).receives(LibzmqOctets.PLAIN_GREETING)) {
            peer.receives(LibzmqOctets.PLAIN_HELLO).receives(initiate);
            assertThat(peer.handshake().peer().resource()).contains("system/name-service");
            assertThat(peer.sent()).endsWith(announced);
        }
    }

    @Test
    void underCurveItIsSealed() {
        CurveKeyPair own = CurveKeyPair.generate();
        CurveByHand server = CurveByHand.server();
        ZmtpConfig client = DEALER.withMetadata(THREE)
                .withSecurity(new ZmtpSecurity.CurveClient(own, CurveKey.of(server.longTerm.open())));
        try (PeerUnderTest peer = PeerUnderTest.connecting(client)) {
            peer.sent();
            peer.receives(CurveByHand.GREETING);
            server.takeHello(octets(peer.sent()));
            peer.receives(server.welcome());
            assertThat(server.takeInitiate(octets(peer.sent()), own.publicKey().octets())).endsWith(ANNOUNCED);
            peer.receives(server.ready(JnaclBox.join(CurveByHand.ROUTER, "\10resource\0\0\0\1a")));
            assertThat(peer.handshake().peer().resource()).contains("a");
        }
        CurveByHand hand = CurveByHand.client();
        ZmtpConfig router = ZmtpConfig.of(SocketType.ROUTER).withMetadata(THREE).withSecurity(
                new ZmtpSecurity.CurveServer(own, applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"))));
        try (PeerUnderTest peer = PeerUnderTest.accepting(router)) {
            peer.sent();
            peer.receives(CurveByHand.GREETING).receives(hand.hello(own.publicKey().octets()));
            hand.takeWelcome(own.publicKey().octets(), octets(peer.sent()));
            peer.receives(hand.initiate(own.publicKey().octets(), JnaclBox.join(CurveByHand.DEALER, ANNOUNCED)));
            assertThat(hand.takeReady(octets(peer.sent()))).endsWith(ANNOUNCED);
            assertThat(peer.handshake().peer().metadata().text("X-a")).contains("b:c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "a b", "a\n", "\u00e4"})
    void whatIsNoResourceIsNotShownAsOne(String octets) {
        try (PeerUnderTest peer = PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER)).receives(GREETING)) {
            peer.receives(JnaclBox.frame(4, JnaclBox.join("\5READY", "\10Resource\0\0\0" + (char) octets.length() + octets)));
            assertThat(peer.handshake().peer().resource()).isEmpty();
            assertThat(peer.handshake().peer().metadata().get("Resource")).contains(JnaclBox.join(octets));
        }
        assertThatThrownBy(() -> DEALER.withMetadata(ZmtpMetadata.EMPTY.with("Resource", octets)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Socket-Type", "Identity", "identity", "resource", "x-a", "Y-a", "X", "X-a:b", "X-a/b", "X-a=b"})
    void namesThatAreNotTheApplicationsAreRefused(String name) {
        assertThatThrownBy(() -> DEALER.withMetadata(ZmtpMetadata.EMPTY.with(name, "a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyNameIsAnnouncedOnce() {
        assertThatThrownBy(() -> DEALER.withMetadata(TWO.with("X-KEY", "another"))).hasMessageContaining("X-KEY");
        assertThatThrownBy(() -> DEALER.withMetadata(THREE.with("Resource", "another"))).hasMessageContaining("Resource");
    }

    @Test
    void theLongestNameHas255Characters() {
        String longest = "X-" + "a".repeat(253);
        assertThat(DEALER.withMetadata(ZmtpMetadata.EMPTY.with(longest, "")).metadata().text(longest)).contains("");
    }
}
