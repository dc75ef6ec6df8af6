package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_ERROR_400;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_HELLO;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_INITIATE_DEALER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_WELCOME;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_DEALER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_REP;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_ROUTER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {
    private static final ZmtpAuthenticator ONLY_U = applicant -> {
        ZmtpCredentials.Password shown = (ZmtpCredentials.Password) applicant.credentials();
        boolean good = shown.user().equals("u") && Arrays.equals(shown.password(), "pw".getBytes(UTF_8));
        return CompletableFuture.completedFuture(good ? ZmtpVerdict.accept("the user u") : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
    };

    private static PeerUnderTest server() {
        ZmtpConfig config = ZmtpConfig.of(SocketType.SERVER, SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainServer(ONLY_U));
        PeerUnderTest peer = PeerUnderTest.accepting(config);
        peer.sent();
        return peer.receives(PLAIN_GREETING);
    }

    private static PeerUnderTest client() {
        PeerUnderTest peer = PeerUnderTest.connecting(
                ZmtpConfig.of(SocketType.DEALER).withSecurity(new ZmtpSecurity.PlainClient("u", "pw")));
        assertThat(peer.sent()).isEqualTo(PLAIN_GREETING);
        return peer.receives(PLAIN_GREETING);
    }

    @Test
    void theServerSaysSoInItsGreeting() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(
                ZmtpConfig.of(SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainServer(ONLY_U)))) {
            assertThat(peer.sent()).startsWith("ff 00 00 00 00 00 00 00 01 7f 03 01 50 4c 41 49 4e" + " 00".repeat(15) + " 01 00");
        }
    }

    @Test
    void theServerAnswersALibzmqClient() {
        try (PeerUnderTest peer = server()) {
            assertThat(peer.sent()).isEmpty();
            peer.receives(PLAIN_HELLO);
            assertThat(peer.sent()).isEqualTo(PLAIN_WELCOME);
            peer.receives(PLAIN_INITIATE_DEALER);
            assertThat(peer.sent()).isEqualTo(READY_ROUTER);
            assertThat(peer.handshake().peer().user()).contains(new ZmtpUser("the user u"));
            peer.receives("00 01 61");
            assertThat(peer.message()).containsExactly("61");
        }
    }

    @Test
    void theClientAnswersALibzmqServer() {
        try (PeerUnderTest peer = client()) {
            assertThat(peer.sent()).isEqualTo(PLAIN_HELLO);
            peer.channel.writeAndFlush(ZmtpMessage.ofUtf8("a"));
            peer.receives(PLAIN_WELCOME);
            assertThat(peer.sent()).isEqualTo(PLAIN_INITIATE_DEALER);
            peer.receives(READY_ROUTER);
            assertThat(peer.sent()).isEqualTo("00 01 61");
            assertThat(peer.handshake().peer().user()).isEmpty();
        }
    }

    @Test
    void theHelloOfLibzmq430IsTaken() {
        try (PeerUnderTest peer = server()) {
            peer.receives("04 0b 05 57 45 4c 43 4f 4d 45 01 75 00");
            assertThat(peer.sent()).as("an empty password").isEqualTo("04 0a 05 45 52 52 4f 52 03 34 30 30");
        }
        try (PeerUnderTest peer = server()) {
            peer.receives("04 0d 05 57 45 4c 43 4f 4d 45 01 75 02 70 77");
            assertThat(peer.sent()).isEqualTo(PLAIN_WELCOME);
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithError() {
        try (PeerUnderTest peer = server()) {
            peer.receives("04 0b 05 48 45 4c 4c 4f 01 75 02 70 71");
            assertThat(peer.sent()).isEqualTo("04 0a 05 45 52 52 4f 52 03 34 30 30");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.NOT_AUTHENTICATED);
            assertThat(peer.channel.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        PLAIN_ERROR_400, // what libzmq sends since 4.3.0
        "04 0a 05 45 52 52 4f 52 03 34 30 30", // what the RFC means
        "04 07 05 45 52 52 4f 52 00", // no reason
        "04 06 05 45 52 52 4f 52", // not even its length
        "04 07 05 45 52 52 4f 52 ff", // a length that leads beyond the end
    })
    void theServerMayRefuse(String error) {
        for (String before : new String[] {"", PLAIN_WELCOME}) {
            try (PeerUnderTest peer = client()) {
                peer.receives(before).receives(error);
                assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.REFUSED_BY_PEER);
                assertThat(peer.channel.isOpen()).isFalse();
            }
        }
    }

    @Test
    void theStatus300OfJeromqIsNotForGood() {
        try (PeerUnderTest peer = client()) {
            peer.receives("04 0a 05 45 52 52 4f 52 03 33 30 30");
            assertThat(peer.failures).singleElement().satisfies(failure -> assertThat(failure.isTemporary()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "04 06 05 48 45 4c 4c 4f", // no user
        "04 07 05 48 45 4c 4c 4f 00", // no password
        "04 08 05 48 45 4c 4c 4f 80 75", // a length that is negative for the unwary
        "04 0a 05 48 45 4c 4c 4f 01 75 02 70", // a password that is cut short
        "04 0c 05 48 45 4c 4c 4f 01 75 02 70 77 00", // an octet too many
        "04 08 05 57 45 4c 43 4f 4d 45", // WELCO, and nothing
        PLAIN_WELCOME, // another server
        READY_DEALER,
        PLAIN_INITIATE_DEALER,
        "00 01 61", // a message
        PLAIN_HELLO + PLAIN_HELLO,
        PLAIN_HELLO + READY_DEALER,
        PLAIN_HELLO + "04 0d 08 49 4e 49 54 49 41 54 45 0b 53 6f 63", // metadata that are cut short
        PLAIN_HELLO + "00 01 61",
    })
    void theServerClosesOnWhatDoesNotBelong(String hex) {
        try (PeerUnderTest peer = server()) {
            peer.receives(hex);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.MALFORMED);
            assertThat(peer.channel.isOpen()).isFalse();
            assertThat(peer.events).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        PLAIN_HELLO, // another client
        "04 09 07 57 45 4c 43 4f 4d 45 00", // a WELCOME with data
        READY_ROUTER, // too early
        PLAIN_WELCOME + PLAIN_WELCOME,
        PLAIN_WELCOME + "04 08 05 52 45 41 44 59 01 41", // metadata that are cut short
        PLAIN_WELCOME + "00 01 61",
    })
    void theClientClosesOnWhatDoesNotBelong(String hex) {
        try (PeerUnderTest peer = client()) {
            peer.receives(hex);
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.MALFORMED);
            assertThat(peer.channel.isOpen()).isFalse();
            assertThat(peer.events).isEmpty();
        }
    }

    @Test
    void aTypeThatDoesNotFitIsTold() {
        try (PeerUnderTest peer = server()) {
            peer.receives(PLAIN_HELLO);
            peer.sent();
            peer.receives("04 1c 08 49 4e 49 54 49 41 54 45" + READY_REP.substring("04 19 05 52 45 41 44 59".length()));
            assertThat(peer.sent()).startsWith("04 1f 05 45 52 52 4f 52 18 53 6f 63 6b 65 74 20 74 79 70 65");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.SOCKET_TYPE_MISMATCH);
        }
    }

    @Test
    void anotherMechanismIsRefused() {
        try (PeerUnderTest peer = PeerUnderTest.accepting(
                ZmtpConfig.of(SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainServer(ONLY_U)))) {
            peer.receives(LibzmqOctets.GREETING).receives(READY_DEALER).receives("00 01 61");
            assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(Reason.MECHANISM_MISMATCH);
            assertThat(peer.message()).isNull();
        }
    }

    @Test
    void secretsAreNotShown() {
        assertThat(ZmtpConfig.of(SocketType.DEALER).withSecurity(new ZmtpSecurity.PlainClient("name", "secret")).toString())
                .contains("PLAIN").doesNotContain("secret");
        assertThat(new ZmtpSecurity.PlainClient("name", "secret").toString()).doesNotContain("secret").doesNotContain("name");
        assertThat(new ZmtpCredentials.Password("name", new byte[3]).toString()).doesNotContain("name");
    }

    @Test
    void thePasswordIsOverwrittenAfterTheVerdict() {
        CompletableFuture<ZmtpCredentials.Password> seen = new CompletableFuture<>();
        ZmtpAuthenticator keeping = applicant -> {
            seen.complete((ZmtpCredentials.Password) applicant.credentials());
            return CompletableFuture.completedFuture(ZmtpVerdict.accept("u"));
        };
        try (PeerUnderTest peer = PeerUnderTest.accepting(
                ZmtpConfig.of(SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainServer(keeping)))) {
            peer.receives(PLAIN_GREETING).receives(PLAIN_HELLO);
            assertThat(seen.join().password()).containsExactly(0, 0);
        }
    }

    @Test
    void aClientThatAcceptsConnectionsIsOfOneType() {
        ZmtpConfig config = ZmtpConfig.of(SocketType.SERVER, SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainClient("u", "pw"));
        assertThatThrownBy(() -> PeerUnderTest.accepting(config)).isInstanceOf(IllegalArgumentException.class);
    }
}
