package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.LoggedLines;
import io.generaldomo.zmtp.transport.TlsFiles;
import io.generaldomo.zmtp.transport.TransportOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets over TLS, with and without WebSocket in it; both sides show certificates. */
class TlsTransportTest {
    @TempDir
    private static Path folder;

    private static Certificates ours;
    private static Certificates strangers;

    @BeforeAll
    static void certify() throws Exception {
        ours = Certificates.make(folder, "ours");
        strangers = Certificates.make(folder, "strangers");
    }

    private static ZmtpTransport with(ZmtpTransport transport, TlsFiles files) {
        return transport.with(TransportOptions.DEFAULT.withTls(files));
    }

    private abstract static class OverTls extends TransportTests {
        @Override
        public ZmtpTransport transport() {
            return with(super.transport(), ours.trusting(ours));
        }
    }

    @Nested
    class WithZmtpInside extends OverTls {
        @Override
        public String free() {
            return "tls+tcp://127.0.0.1:*";
        }
    }

    @Nested
    class WithWebSocketInside extends OverTls {
        @Override
        public String free() {
            return "wss://127.0.0.1:*/";
        }
    }

    /** Who is not trusted, or does not speak TLS at all, is told in our own words, and gets nothing through. */
    @Nested
    class WithStrangers extends SocketTest {
        private final Recorder served = new Recorder();
        private final Recorder asking = new Recorder();

        private String bind(TlsFiles files, ZmtpLimits limits) {
            SocketOptions with = SocketOptions.on(with(transport, files)).withLimits(limits);
            return done(closedAtTheEnd(ZmtpRouter.open(with, served)).bind("tls+tcp://127.0.0.1:*")).toString();
        }

        private void connect(String endpoint, TlsFiles files) {
            closedAtTheEnd(ZmtpDealer.open(SocketOptions.on(with(transport, files)), asking)).connect(endpoint);
        }

        @Test
        void aServerThatIsNotTrusted() {
            connect(bind(ours.trusting(ours), ZmtpLimits.DEFAULT), ours.trusting(strangers));
            assertThat(asking.failure().reason()).isEqualTo(Reason.NOT_AUTHENTICATED);
            assertThat(served.failure().reason()).isEqualTo(Reason.CRYPTOGRAPHIC);
        }

        @Test
        void aServerThatTheJdkDoesNotKnow() {
            connect(bind(ours.trusting(ours), ZmtpLimits.DEFAULT), TlsFiles.NONE);
            assertThat(asking.failure().reason()).isEqualTo(Reason.NOT_AUTHENTICATED);
        }

        @Test
        void aServerOfAnotherName() {
            String endpoint = bind(ours.trusting(ours), ZmtpLimits.DEFAULT).replace("127.0.0.1", "localhost");
            connect(endpoint, ours.trusting(ours));
            assertThat(asking.failure()).hasMessageContaining("for another host");
        }

        @Test
        void aClientThatIsNotTrusted() {
            connect(bind(ours.trusting(ours), ZmtpLimits.DEFAULT), strangers.trusting(ours));
            assertThat(served.failure().reason()).isEqualTo(Reason.NOT_AUTHENTICATED);
            assertThat(served.sawAnybody()).isFalse();
        }

        @Test
        void aClientWithoutACertificate() {
            connect(bind(ours.trusting(ours), ZmtpLimits.DEFAULT), TlsFiles.NONE.withTrust(ours.certificate()));
            assertThat(served.failure().reason()).isEqualTo(Reason.CRYPTOGRAPHIC);
            assertThat(served.sawAnybody()).isFalse();
        }

        @Test
        void aClientNeedsNoneIfTheServerAsksForNone() {
            TlsFiles server = TlsFiles.NONE.withCertificate(ours.certificate(), ours.key());
            connect(bind(server, ZmtpLimits.DEFAULT), TlsFiles.NONE.withTrust(ours.certificate()));
            served.connected();
        }

        private void stillServes(String endpoint) {
            ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(SocketOptions.on(with(transport, ours.trusting(ours))), asking));
            dealer.connect(endpoint);
            done(dealer.send(ZmtpMessage.ofUtf8("still here")));
            assertThat(served.text()).isEqualTo("still here");
        }

        @Test
        void aGreetingInTheClear() throws Exception {
            try (LoggedLines lines = new LoggedLines()) {
                String endpoint = bind(ours.trusting(ours), ZmtpLimits.DEFAULT);
                try (Stranger stranger = new Stranger(endpoint.replace("tls+tcp:", "tcp:"))) {
                    stranger.sends("ff00000000000000017f0301").awaitEnd();
                }
                assertThat(lines.next().text()).contains("no TLS");
                stillServes(endpoint);
            }
        }

        /** The beginning of a record of a handshake message of 16 MiB, and nothing of it: no room is made, and the deadline ends it. */
        @Test
        void netty45416_aHelloThatAnnouncesALot() throws Exception {
            try (LoggedLines lines = new LoggedLines()) {
                String endpoint = bind(ours.trusting(ours), ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofMillis(500)));
                try (Stranger stranger = new Stranger(endpoint.replace("tls+tcp:", "tcp:"))) {
                    stranger.sends(HexFormat.of().parseHex("1603014000" + "01ffffff")).awaitEnd();
                }
                assertThat(lines.next().values().get("cause")).isEqualTo("HANDSHAKE_TIMEOUT");
            }
        }

        @Test
        void bindingTakesACertificate() {
            ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, served));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> router.bind("tls+tcp://127.0.0.1:*"))
                    .withMessageContaining("TLS takes a certificate and its key");
        }
    }
}
