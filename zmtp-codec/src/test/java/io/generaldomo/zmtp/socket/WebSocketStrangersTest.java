package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.LoggedLines;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not speak ZWS 2.0 to a WebSocket port is closed with one line in the log; our peers do not notice. */
class WebSocketStrangersTest extends SocketTest {
    private static final String ZWS_NULL = "Sec-WebSocket-Protocol: ZWS2.0/NULL,ZWS2.0";
    private static final HexFormat HEX = HexFormat.of();
    /** READY of a DEALER, as libzmq sends it over WebSocket. */
    private static final byte[] READY = HEX.parseHex("02055245414459" + "0b536f636b65742d547970650000000644" + "45414c4552" + "084964656e7469747900000000");

    private final LoggedLines lines = new LoggedLines();
    private final Recorder recorder = new Recorder();

    /** Requests that get no WebSocket. */
    private enum Request {
        NO_UPGRADE(WebSocketStranger.request("Accept: text/html"), 426, "NOT_ZMTP", "for no WebSocket"),
        ANOTHER_METHOD("GEX / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n", 426, "NOT_ZMTP", "for no WebSocket"),
        ANOTHER_UPGRADE(WebSocketStranger.request("Upgrade: h2c", "Connection: Upgrade"), 426, "NOT_ZMTP", "for no WebSocket"),
        NO_KEY(WebSocketStranger.request("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", ZWS_NULL), 400, "NOT_ZMTP", "lacks something"),
        NO_HOST(WebSocketStranger.upgrade(ZWS_NULL).replace("Host:", "X-Host:"), 400, "NOT_ZMTP", "lacks something"),
        HTTP_1_0(WebSocketStranger.upgrade(ZWS_NULL).replace("HTTP/1.1", "HTTP/1.0"), 400, "NOT_ZMTP", "lacks something"),
        ANOTHER_VERSION(
                WebSocketStranger.upgrade(ZWS_NULL).replace("Version: 13", "Version: 99"), 426, "VERSION_REFUSED", "another version than 13"),
        AN_OLDER_VERSION(WebSocketStranger.upgrade(ZWS_NULL).replace("Version: 13", "Version: 8"), 426, "VERSION_REFUSED", "another version than 13"),
        NO_PROTOCOL(WebSocketStranger.upgrade(), 400, "MECHANISM_MISMATCH", "ZWS2.0/NULL"),
        ANOTHER_MECHANISM(WebSocketStranger.upgrade("Sec-WebSocket-Protocol: ZWS2.0/CURVE"), 400, "MECHANISM_MISMATCH", "ZWS2.0/NULL"),
        A_PAGE_OF_ANOTHER_ORIGIN(WebSocketStranger.upgrade("Origin: http://evil.example", ZWS_NULL), 403, "NOT_AUTHENTICATED", "whose origin"),
        A_PAGE_FROM_A_FILE(WebSocketStranger.upgrade("Origin: null", ZWS_NULL), 403, "NOT_AUTHENTICATED", "whose origin"),
        NO_HTTP("GET nothing that is HTTP\r\n\r\n", 400, "NOT_ZMTP", "cannot be read"),
        A_LONG_LINE("GET /" + "a".repeat(5000) + " HTTP/1.1\r\n\r\n", 400, "NOT_ZMTP", "cannot be read"),
        LONG_HEADERS(WebSocketStranger.request("X: " + "a".repeat(9000)), 400, "NOT_ZMTP", "cannot be read");

        private final String octets;
        private final int status;
        private final String cause;
        private final String words;

        Request(String octets, int status, String cause, String words) {
            this.octets = octets;
            this.status = status;
            this.cause = cause;
            this.words = words;
        }
    }

    /** What cannot follow an upgrade; text because that is how hexadecimal digits are read best. */
    private enum Frame {
        TEXT(WebSocketStranger.masked(0x81, new byte[] {'h', 'i'}), "MALFORMED", "not a binary frame"),
        EMPTY(WebSocketStranger.masked(0x82, new byte[0]), "MALFORMED", "not a binary frame"),
        A_FRAGMENT_OF_TEXT(WebSocketStranger.masked(0x01, READY), "MALFORMED", "not a binary frame"),
        A_CONTINUATION_OF_NOTHING(WebSocketStranger.masked(0x80, READY), "MALFORMED", "RFC 6455"),
        UNMASKED(HEX.parseHex("822a" + HEX.formatHex(READY)), "MALFORMED", "RFC 6455"),
        COMPRESSED(WebSocketStranger.masked(0xC2, READY), "MALFORMED", "RFC 6455"),
        A_RESERVED_OPCODE(WebSocketStranger.masked(0x83, READY), "MALFORMED", "RFC 6455"),
        A_LONG_PING(WebSocketStranger.masked(0x89, new byte[126]), "MALFORMED", "RFC 6455"),
        OF_2_TO_63(HEX.parseHex("82ff" + "7fffffffffffffff" + "00000000"), "LIMIT_EXCEEDED", "too large"),
        OF_2_TO_64(HEX.parseHex("82ff" + "ffffffffffffffff" + "00000000"), "MALFORMED", "RFC 6455"),
        NO_COMMAND_OF_ZMTP(WebSocketStranger.masked(0x82, new byte[] {2, 9, 'x'}), "MALFORMED", "command"),
        ZMTP_ITSELF(HEX.parseHex("ff00000000000000017f"), "MALFORMED", "RFC 6455");

        private final byte[] octets;
        private final String cause;
        private final String words;

        Frame(byte[] octets, String cause, String words) {
            this.octets = octets;
            this.cause = cause;
            this.words = words;
        }
    }

    @AfterEach
    void detach() {
        lines.close();
    }

    private String bind(String scheme, SocketOptions with) {
        return done(closedAtTheEnd(ZmtpRouter.open(with, recorder)).bind(scheme + "://127.0.0.1:*")).toString();
    }

    private void toldOnce(String endpoint, String cause, String words) {
        LoggedLines.Line line = lines.next();
        assertThat(line.text()).contains(words).doesNotContain("\n");
        assertThat(line.values().get("cause")).isEqualTo(cause);
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, new Recorder()));
        dealer.connect(endpoint.replace("tcp+", ""));
        done(dealer.send(ZmtpMessage.ofUtf8("still here")));
        assertThat(recorder.text()).isEqualTo("still here");
        assertThat(lines.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void row27_aRequestThatIsRefused(Request request) throws IOException {
        for (String scheme : new String[] {"ws", "tcp+ws"}) {
            String endpoint = bind(scheme, options);
            try (WebSocketStranger stranger = new WebSocketStranger(endpoint)) {
                assertThat(stranger.sends(request.octets).readsHead()).startsWith("HTTP/1.1 " + request.status + ' ');
                stranger.awaitEnd();
            }
            toldOnce(endpoint, request.cause, request.words);
        }
    }

    private static WebSocketStranger upgraded(String endpoint) throws IOException {
        WebSocketStranger stranger = new WebSocketStranger(endpoint);
        assertThat(stranger.sends(WebSocketStranger.upgrade(ZWS_NULL)).readsHead())
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .containsIgnoringCase("Sec-WebSocket-Accept: " + WebSocketStranger.ACCEPT)
                .containsIgnoringCase("Sec-WebSocket-Protocol: ZWS2.0/NULL\r\n");
        return stranger;
    }

    @ParameterizedTest
    @EnumSource
    void row27_aFrameThatIsRefused(Frame frame) throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            stranger.sends(frame.octets).awaitEnd();
        }
        toldOnce(endpoint, frame.cause, frame.words);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_COMMAND_OF_ZMTP")
    void row27_aFrameThatIsRefusedInTraffic(Frame frame) throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            ready(stranger);
            stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, new byte[] {0, 'h', 'i'}));
            assertThat(recorder.text()).isEqualTo("hi");
            stranger.sends(frame.octets).awaitEnd();
        }
        toldOnce(endpoint, frame.cause, frame.words);
    }

    /** Octet by octet what libzmq says and hears there. */
    private static void ready(WebSocketStranger stranger) throws IOException {
        stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, READY));
        String answer = new String(READY, ISO_8859_1).replace("DEALER", "ROUTER");
        assertThat(new String(stranger.reads(2 + READY.length), ISO_8859_1)).isEqualTo("\u0082\u002a" + answer);
    }

    /** RFC 6455 has a client wait for the answer. Octets that come before are nobody's. */
    @Test
    void row27_framesBeforeTheAnswerToTheUpgrade() throws IOException {
        String endpoint = bind("ws", options.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofMillis(200))));
        try (WebSocketStranger stranger = new WebSocketStranger(endpoint)) {
            String ready = new String(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, READY), ISO_8859_1);
            stranger.sends((WebSocketStranger.upgrade(ZWS_NULL) + ready).getBytes(ISO_8859_1)).awaitEnd();
        }
        assertThat(recorder.sawAnybody()).isFalse();
        toldOnce(endpoint, "HANDSHAKE_TIMEOUT", "no handshake within 200 ms");
    }

    /** WebSocket messages are put together before they are judged: a stranger gets no room for a large one. */
    @Test
    void row27_aLargeMessageBeforeTheHandshakeIsDone() throws IOException {
        String endpoint = bind("ws", options.withLimits(ZmtpLimits.DEFAULT.withCommandSize(100)));
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, new byte[30_000])).awaitEnd();
        }
        toldOnce(endpoint, "LIMIT_EXCEEDED", "before the end of the handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTT", "GET / HTTP/1.1\r\nHost:"})
    void row27_anUpgradeThatTakesTooLong(String beginning) throws IOException {
        String endpoint = bind("tcp+ws", options.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofMillis(200))));
        try (WebSocketStranger stranger = new WebSocketStranger(endpoint)) {
            stranger.sends(beginning).awaitEnd();
        }
        toldOnce(endpoint, "HANDSHAKE_TIMEOUT", "no handshake within 200 ms");
    }

    @Test
    void row27_anUpgradeAndThenSilence() throws IOException {
        String endpoint = bind("ws", options.withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Duration.ofMillis(200))));
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            stranger.awaitEnd();
        }
        toldOnce(endpoint, "HANDSHAKE_TIMEOUT", "no handshake within 200 ms");
    }

    @Test
    void fragmentsArePutTogether() throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            ready(stranger);
            stranger.sends(WebSocketStranger.masked(0x02, new byte[] {0, 'h'})).sends(WebSocketStranger.masked(0x89, new byte[] {'p'}));
            assertThat(stranger.reads(3)).containsExactly(0x8A, 1, 'p');
            stranger.sends(WebSocketStranger.masked(0x00, new byte[0])).sends(WebSocketStranger.masked(0x80, new byte[] {'i'}));
            assertThat(recorder.text()).isEqualTo("hi");
        }
    }

    @Test
    void row27_fragmentsThatAreTooLargeTogether() throws IOException {
        String endpoint = bind("ws", options.withLimits(ZmtpLimits.DEFAULT.withMessageSize(1000).withCommandSize(1000)));
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            ready(stranger);
            stranger.sends(WebSocketStranger.masked(0x02, new byte[900])).sends(WebSocketStranger.masked(0x00, new byte[900])).awaitEnd();
        }
        toldOnce(endpoint, "LIMIT_EXCEEDED", "too large");
    }

    @Test
    void aPageOfAnOriginThatIsLetIn() throws IOException {
        TransportOptions web = TransportOptions.DEFAULT.withWebOrigins(Set.of("http://localhost:8080"));
        String endpoint = bind("ws", SocketOptions.on(transport.with(web)));
        try (WebSocketStranger stranger = new WebSocketStranger(endpoint)) {
            assertThat(stranger.sends(WebSocketStranger.upgrade("Origin: http://localhost:8080", ZWS_NULL)).readsHead()).startsWith("HTTP/1.1 101 ");
            ready(stranger);
        }
    }

    @Test
    void answersPingAndClose() throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            stranger.sends(WebSocketStranger.masked(0x89, new byte[] {'a', 'b'}));
            assertThat(stranger.reads(4)).containsExactly(0x8A, 2, 'a', 'b');
            ready(stranger);
            stranger.sends(WebSocketStranger.masked(0x89, new byte[] {'c'}));
            assertThat(stranger.reads(3)).containsExactly(0x8A, 1, 'c');
            stranger.sends(WebSocketStranger.masked(0x88, new byte[] {3, (byte) 0xE8}));
            assertThat(stranger.reads(4)).containsExactly(0x88, 2, 3, 0xE8);
            stranger.awaitEnd();
        }
    }

    /** As a browser does it, which cannot offer a name with a slash. */
    @Test
    void identitiesInThePlaceOfReady() throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = new WebSocketStranger(endpoint)) {
            assertThat(stranger.sends(WebSocketStranger.upgrade("Sec-WebSocket-Protocol: ZWS2.0")).readsHead()).startsWith("HTTP/1.1 101 ");
            stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, new byte[] {0, 'm', 'e'}));
            assertThat(stranger.reads(3)).containsExactly(0x82, 1, 0);
            assertThat(recorder.connected().peer().identity()).containsExactly('m', 'e');
            stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, new byte[] {0, 'h', 'i'}));
            assertThat(recorder.text()).isEqualTo("hi");
        }
    }

    @Test
    void pingsAsWebSocketDoes() throws IOException {
        String endpoint = bind("ws", options.withHeartbeat(new ZmtpHeartbeat(Duration.ofMillis(50), Duration.ofSeconds(20), Duration.ofSeconds(1))));
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            ready(stranger);
            assertThat(stranger.reads(2)).containsExactly(0x89, 0);
            stranger.sends(WebSocketStranger.masked(0x8A, new byte[0]));
            assertThat(stranger.reads(2)).containsExactly(0x89, 0);
        }
    }

    /** Browsers have no other. */
    @Test
    void answersAPingOfZmtps() throws IOException {
        String endpoint = bind("ws", options);
        try (WebSocketStranger stranger = upgraded(endpoint)) {
            ready(stranger);
            stranger.sends(WebSocketStranger.masked(WebSocketStranger.FINAL_BINARY, new byte[] {2, 4, 'P', 'I', 'N', 'G', 0, 0, 'x'}));
            assertThat(stranger.reads(9)).containsExactly(0x82, 7, 2, 4, 'P', 'O', 'N', 'G', 'x');
        }
    }
}
