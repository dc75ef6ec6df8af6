package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.LoggedLines;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who speaks something else than ZMTP 3 to a port is closed with one line in the log, with and without CURVE; our peers do not notice. */
class StrangersTest extends SocketTest {
    private final LoggedLines lines = new LoggedLines();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void detach() {
        lines.close();
    }

    private String bind(Secured secured) {
        return bind(closedAtTheEnd(ZmtpRouter.open(options.withSecurity(secured.ownServer), recorder)));
    }

    /** One line for one connection, and after it everything is as before. */
    private void toldOnce(Secured secured, String endpoint, String cause, String words) {
        LoggedLines.Line line = lines.next();
        assertThat(line.level()).isEqualTo("WARN");
        assertThat(line.text()).contains(words).doesNotContain("\n");
        assertThat(line.values().get("peer")).startsWith("tcp://127.0.0.1:");
        assertThat(line.values().get("cause")).isEqualTo(cause);
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options.withSecurity(secured.ownClient), new Recorder()));
        dealer.connect(endpoint);
        done(dealer.send(ZmtpMessage.ofUtf8("still here")));
        assertThat(recorder.text()).isEqualTo("still here");
        assertThat(lines.waiting()).isZero();
    }

    private void sends(Secured secured, byte[] octets, String cause, String words) throws IOException {
        String endpoint = bind(secured);
        try (Stranger stranger = new Stranger(endpoint)) {
            stranger.sends(octets).awaitEnd();
        }
        toldOnce(secured, endpoint, cause, words);
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row4_aPortScanThatConnectsAndCloses(Secured secured) throws IOException {
        String endpoint = bind(secured);
        new Stranger(endpoint).close();
        toldOnce(secured, endpoint, "CONNECTION_LOST", "before the end of the handshake");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row4_aPortScanThatConnectsAndResets(Secured secured) throws IOException {
        String endpoint = bind(secured);
        Stranger stranger = new Stranger(endpoint);
        stranger.reads(1); // so that the connection was accepted before it is reset
        stranger.reset();
        toldOnce(secured, endpoint, "CONNECTION_LOST", "before the end of the handshake");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row3_anHttpRequest(Secured secured) throws IOException {
        sends(secured, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII), "NOT_ZMTP", "an HTTP request");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row3_anSshBanner(Secured secured) throws IOException {
        sends(secured, "SSH-2.0-OpenSSH_9.7\r\n".getBytes(US_ASCII), "NOT_ZMTP", "an SSH banner");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row3_aTlsHello(Secured secured) throws IOException {
        sends(secured, new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, -4, 3, 3}, "NOT_ZMTP", "a TLS handshake");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row3_otherOctetsAreShownEscaped(Secured secured) throws IOException {
        sends(secured, "\n1999 WARN forged\n".getBytes(US_ASCII), "NOT_ZMTP", "0x0a31393939205741");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row12_zmtp10WithoutIdentity(Secured secured) throws IOException {
        sends(secured, new byte[] {1, 0, 5, 0, 'h', 'e', 'l', 'l', 'o'}, "NOT_ZMTP", "ZMTP 1.0");
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL", "CURVE"})
    void row12_zmtp20(Secured secured) throws IOException {
        sends(secured, new byte[] {-1, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0}, "VERSION_REFUSED", "ZMTP 2.0");
    }
}
