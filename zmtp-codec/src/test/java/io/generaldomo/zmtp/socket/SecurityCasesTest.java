package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has broken other implementations, on real connections, under the numbers of protocol-spec/security-cases.md. */
class SecurityCasesTest extends SocketTest {
    private static final byte[] GREETING = GoldenVectors.get("greeting", "null").bytes();
    private static final byte[] READY = GoldenVectors.get("handshake", "ready-dealer").bytes();
    private static final int SCANS = 1000;
    private static final int SILENT = 500;

    private final Recorder recorder = new Recorder();

    private String router(Secured secured) {
        return bind(closedAtTheEnd(ZmtpRouter.open(options.withSecurity(secured.ownServer), recorder)));
    }

    private ZmtpDealer dealer(Secured secured, String endpoint) {
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options.withSecurity(secured.ownClient), new Recorder()));
        dealer.connect(endpoint);
        return dealer;
    }

    private void talks(ZmtpDealer dealer) {
        for (int i = 0; i < 20; i++) {
            done(dealer.send(ZmtpMessage.ofUtf8("message " + i)));
            assertThat(recorder.text()).isEqualTo("message " + i);
        }
    }

    @Test
    void row1_anotherPeerTalksOnWhileOneIsClosed() throws IOException {
        String endpoint = router(Secured.NULL);
        ZmtpDealer dealer = dealer(Secured.NULL, endpoint);
        talks(dealer);
        try (Stranger stranger = new Stranger(endpoint)) {
            stranger.sends(GREETING).sends(READY).sends("02 ff ff ff ff ff ff ff ff").awaitEnd();
        }
        assertThat(recorder.failure().reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        talks(dealer);
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row4_aThousandPortScans(Secured secured) throws IOException {
        String endpoint = router(secured);
        for (int i = 0; i < SCANS; i++) {
            new Stranger(endpoint).close();
            new Stranger(endpoint).reset();
        }
        talks(dealer(secured, endpoint));
    }

    @Test
    void row8_fiveHundredSilentConnectionsBesideACurveClient() throws IOException {
        String endpoint = router(Secured.CURVE);
        List<Stranger> silent = new ArrayList<>();
        for (int i = 0; i < SILENT; i++) {
            Stranger stranger = new Stranger(endpoint);
            silent.add(i % 2 == 0 ? stranger : stranger.sends(Arrays.copyOf(GREETING, 11)));
        }
        talks(dealer(Secured.CURVE, endpoint));
        assertThat(transport.refusedConnections()).isZero();
        for (Stranger stranger : silent) {
            stranger.close();
        }
        talks(dealer(Secured.CURVE, endpoint));
    }

    @Test
    void row12_aPeerWithoutSecurityAtACurveServer() throws IOException {
        String endpoint = router(Secured.CURVE);
        try (Stranger stranger = new Stranger(endpoint)) {
            stranger.sends(GREETING).sends(READY).sends("00 01 61").awaitEnd();
        } catch (IOException closedWhileSending) {
            // that is what it is about
        }
        assertThat(recorder.failure().reason()).isEqualTo(Reason.MECHANISM_MISMATCH);
        assertThat(recorder.sawAnybody()).isFalse();
        assertThat(recorder.waiting()).isZero();
    }

    @Test
    void row26_bothSidesCloseAtOnce() throws IOException {
        for (int round = 0; round < 40; round++) {
            Recorder seen = new Recorder();
            ZmtpRouter server = closedAtTheEnd(ZmtpRouter.open(options, seen));
            String endpoint = bind(server);
            List<Stranger> peers = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                peers.add(new Stranger(endpoint).sends(GREETING).sends(READY));
            }
            peers.forEach(peer -> seen.connected());
            CompletableFuture<Void> resets = CompletableFuture.runAsync(() -> peers.forEach(SecurityCasesTest::reset));
            done(server.closeAsync());
            done(resets);
            peers.forEach(peer -> seen.disconnected());
            assertThat(seen.isClosed()).isTrue();
        }
    }

    private static void reset(Stranger peer) {
        try {
            peer.reset();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
