package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_GREETING;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_HELLO;
import static io.generaldomo.zmtp.handler.LibzmqOctets.PLAIN_INITIATE_DEALER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_DEALER;
import static io.generaldomo.zmtp.handler.LibzmqOctets.READY_ROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the handshake does with verdicts, whenever they come. */
class AuthenticationTest {
    private final CompletableFuture<ZmtpApplicant> asked = new CompletableFuture<>();
    private final CompletableFuture<ZmtpVerdict> verdict = new CompletableFuture<>();
    private final ZmtpAuthenticator authenticator = applicant -> {
        asked.complete(applicant);
        return verdict;
    };
    private final ZmtpConfig router =
            ZmtpConfig.of(SocketType.ROUTER).withSecurity(new ZmtpSecurity.Null(Optional.of(authenticator)));

    private PeerUnderTest waiting() {
        PeerUnderTest peer = PeerUnderTest.accepting(router).receives(GREETING);
        peer.sent();
        return peer.receives(READY_DEALER);
    }

    @Test
    void thePeerWaitsForTheVerdict() {
        try (PeerUnderTest peer = waiting()) {
            assertThat(peer.sent()).isEmpty();
            assertThat(peer.events).isEmpty();
            ZmtpUser user = new ZmtpUser("u", ZmtpMetadata.EMPTY.with("Team", "blue"));
            verdict.complete(new ZmtpVerdict.Accepted(user));
            peer.channel.runPendingTasks();
            assertThat(peer.sent()).isEqualTo(READY_ROUTER);
            assertThat(peer.handshake().peer().user()).contains(user);
            peer.receives("00 01 61");
            assertThat(peer.message()).containsExactly("61");
        }
    }

    @Test
    void aConnectingSideCanAskToo() {
        ZmtpConfig dealer = ZmtpConfig.of(SocketType.DEALER).withSecurity(router.security());
        try (PeerUnderTest peer = PeerUnderTest.connecting(dealer).receives(GREETING).receives(READY_ROUTER)) {
            assertThat(peer.events).isEmpty();
            verdict.complete(ZmtpVerdict.accept("u"));
            assertThat(peer.handshake().peer().user()).contains(new ZmtpUser("u"));
        }
    }

    @Test
    void theAddressIsShown() {
        try (PeerUnderTest peer = waiting()) {
            assertThat(asked.join().address()).isEqualTo(peer.channel.remoteAddress());
            assertThat(asked.join().credentials().mechanism()).isEqualTo("NULL");
        }
    }

    @ParameterizedTest
    @CsvSource({"NOT_AUTHENTICATED, 34", "INTERNAL_ERROR, 35"})
    void row15_aRefusalEarlyOrLateIsTold(Refusal refusal, String digit) {
        for (boolean late : new boolean[] {false, true}) {
            CompletableFuture<ZmtpVerdict> answer = new CompletableFuture<>();
            ZmtpAuthenticator refusing = applicant -> answer;
            ZmtpConfig config = router.withSecurity(new ZmtpSecurity.Null(Optional.of(refusing)));
            if (!late) {
                answer.complete(ZmtpVerdict.refuse(refusal));
            }
            try (PeerUnderTest peer = PeerUnderTest.accepting(config).receives(GREETING)) {
                peer.sent();
                peer.receives(READY_DEALER);
                answer.complete(ZmtpVerdict.refuse(refusal));
                assertThat(peer.sent()).isEqualTo("04 0a 05 45 52 52 4f 52 03 " + digit + " 30 30");
                refused(peer.receives("00 01 61"), Reason.NOT_AUTHENTICATED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void row15_aRefusalOfPlainEarlyOrLateLetsNothingThrough(Refusal refusal) {
        for (boolean late : new boolean[] {false, true}) {
            CompletableFuture<ZmtpVerdict> answer = new CompletableFuture<>();
            if (!late) {
                answer.complete(ZmtpVerdict.refuse(refusal));
            }
            ZmtpConfig config = router.withSecurity(new ZmtpSecurity.PlainServer(applicant -> answer));
            try (PeerUnderTest peer = PeerUnderTest.accepting(config).receives(PLAIN_GREETING).receives(PLAIN_HELLO)) {
                answer.complete(ZmtpVerdict.refuse(refusal));
                peer.channel.runPendingTasks();
                refused(peer.receives(PLAIN_INITIATE_DEALER).receives("00 01 61"), Reason.NOT_AUTHENTICATED);
            }
        }
    }

    @Test
    void atStatus300ThePeerHearsNothingUntilTheDeadline() {
        try (PeerUnderTest peer = waiting()) {
            verdict.complete(ZmtpVerdict.refuse(Refusal.TEMPORARY));
            peer.channel.advanceTimeBy(29, TimeUnit.SECONDS);
            peer.channel.runScheduledPendingTasks();
            assertThat(peer.channel.isOpen()).isTrue();
            peer.channel.advanceTimeBy(1, TimeUnit.SECONDS);
            peer.channel.runScheduledPendingTasks();
            assertThat(peer.sent()).isEmpty();
            refused(peer, Reason.NOT_AUTHENTICATED);
        }
    }

    @Test
    void atStatus300ThePeerIsClosedWhenItGoesOn() {
        try (PeerUnderTest peer = waiting()) {
            verdict.complete(ZmtpVerdict.refuse(Refusal.TEMPORARY));
            refused(peer.receives("04 06 05 52 45 41 44 59"), Reason.NOT_AUTHENTICATED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {READY_DEALER, "00 01 61", "04 07 04 50 49 4e 47 00 19"})
    void aPeerThatDoesNotWaitIsClosed(String hex) {
        try (PeerUnderTest peer = waiting()) {
            refused(peer.receives(hex), Reason.MALFORMED);
            verdict.complete(ZmtpVerdict.accept("u"));
            peer.channel.runPendingTasks();
            assertThat(peer.events).isEmpty();
        }
    }

    @Test
    void aVerdictAfterTheDeadlineChangesNothing() {
        try (PeerUnderTest peer = waiting()) {
            peer.channel.advanceTimeBy(30, TimeUnit.SECONDS);
            peer.channel.runScheduledPendingTasks();
            verdict.complete(ZmtpVerdict.accept("u"));
            peer.channel.runPendingTasks();
            refused(peer, Reason.HANDSHAKE_TIMEOUT);
        }
    }

    @Test
    void aVerdictOnAPeerThatHasLeftChangesNothing() {
        PeerUnderTest peer = waiting();
        peer.close();
        verdict.complete(ZmtpVerdict.accept("u"));
        assertThat(peer.failures).isEmpty();
        assertThat(peer.events).isEmpty();
    }

    @Test
    void row16_anAuthenticatorThatFailsLetsNobodyIn() {
        for (ZmtpAuthenticator failing : new ZmtpAuthenticator[] {
            applicant -> CompletableFuture.failedFuture(new IllegalStateException("test")),
            applicant -> CompletableFuture.completedFuture(null),
            applicant -> {
                throw new IllegalStateException("test");
            }
        }) {
            ZmtpConfig config = ZmtpConfig.of(SocketType.ROUTER).withSecurity(new ZmtpSecurity.PlainServer(failing));
            try (PeerUnderTest peer = PeerUnderTest.accepting(config).receives(PLAIN_GREETING)) {
                peer.sent();
                peer.receives(PLAIN_HELLO);
                assertThat(peer.sent()).isEqualTo("04 0a 05 45 52 52 4f 52 03 35 30 30");
                refused(peer, Reason.NOT_AUTHENTICATED);
            }
        }
    }

    private static void refused(PeerUnderTest peer, Reason reason) {
        assertThat(peer.failures).singleElement().extracting("reason").isEqualTo(reason);
        assertThat(peer.channel.isOpen()).isFalse();
        assertThat(peer.events).isEmpty();
        assertThat(peer.message()).isNull();
    }
}
