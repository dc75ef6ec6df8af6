package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.log.AllLines;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a peer has a word to say, it says one that would forge a line of a log, or clear the screen of who reads it; none of them gets there. */
class HostileWordsTest extends SocketTest {
    private static final String WORD = "a\r\n12:00:00 ERROR forged\u001b[2J\u009b2J\u0007";
    private static final byte[] GREETING = GoldenVectors.get("greeting", "null").bytes();
    private static final byte[] READY = GoldenVectors.get("handshake", "ready-dealer").bytes();
    private static final byte[] READY_ROUTER = GoldenVectors.get("handshake", "ready-router").bytes();

    private final AllLines lines = new AllLines();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void stopListening() {
        lines.close();
    }

    /** Something was said, and all of it on one line and in visible characters. */
    private void toldInVisibleCharacters() {
        assertThat(lines.list()).isNotEmpty().allSatisfy(line ->
                assertThat(line.chars()).as(line).noneMatch(Character::isISOControl));
    }

    private static byte[] command(String name, byte[]... data) {
        ByteBuf body = Unpooled.buffer().writeByte(name.length());
        body.writeCharSequence(name, ISO_8859_1);
        for (byte[] some : data) {
            body.writeBytes(some);
        }
        ByteBuf frame = Unpooled.buffer().writeByte(6).writeLong(body.readableBytes()).writeBytes(body);
        return ByteBufUtil.getBytes(frame);
    }

    private static byte[] property(String name, String value) {
        ByteBuf property = Unpooled.buffer().writeByte(name.length());
        property.writeCharSequence(name, ISO_8859_1);
        byte[] octets = value.getBytes(UTF_8);
        return ByteBufUtil.getBytes(property.writeInt(octets.length).writeBytes(octets));
    }

    private static byte[] sized(String word) {
        byte[] octets = word.getBytes(UTF_8);
        return ByteBufUtil.getBytes(Unpooled.buffer().writeByte(octets.length).writeBytes(octets));
    }

    private String router() {
        return bind(closedAtTheEnd(ZmtpRouter.open(options, recorder)));
    }

    private void refused(String endpoint, byte[]... octets) throws IOException {
        try (Stranger stranger = new Stranger(endpoint)) {
            for (byte[] some : octets) {
                stranger.sends(some);
            }
            stranger.awaitEnd();
        }
        assertThat(recorder.failure().getMessage().chars()).noneMatch(Character::isISOControl);
        toldInVisibleCharacters();
    }

    @Test
    void inPlaceOfAGreeting() throws IOException {
        refused(router(), WORD.getBytes(UTF_8));
    }

    @Test
    void asTheMechanism() throws IOException {
        byte[] greeting = GREETING.clone();
        System.arraycopy("NULL\n\u001b[2JX".getBytes(ISO_8859_1), 0, greeting, 12, 10);
        refused(router(), greeting);
    }

    @Test
    void asTheTypeOfSocket() throws IOException {
        refused(router(), GREETING, command("READY", property("Socket-Type", WORD)));
    }

    @Test
    void asACommand() throws IOException {
        refused(router(), GREETING, command(WORD));
    }

    @Test
    void asTheReasonOfAnError() throws IOException {
        refused(router(), GREETING, command("ERROR", sized(WORD)));
    }

    /** Properties of its own, commands, messages: all that is allowed, and then an end. */
    @Test
    void asMetadataAndIdentityAndInTraffic() throws IOException {
        byte[] ready = command("READY", property("Socket-Type", "DEALER"), property("Identity", WORD), property(WORD, WORD));
        refused(router(), GREETING, ready, command(WORD, sized(WORD)), new byte[] {0, 1, 'm'}, new byte[] {2, -1, -1, -1, -1, -1, -1, -1, -1});
        assertThat(recorder.text()).isEqualTo("m");
        recorder.disconnected();
        toldInVisibleCharacters();
    }

    /** As the identity of a peer that is there, from another one: the second is turned away. */
    @Test
    void asAnIdentityThatIsTaken() throws IOException {
        byte[] ready = command("READY", property("Socket-Type", "DEALER"), property("Identity", WORD));
        String endpoint = router();
        try (Stranger first = new Stranger(endpoint); Stranger second = new Stranger(endpoint)) {
            first.sends(GREETING).sends(ready);
            recorder.connected();
            second.sends(GREETING).sends(ready).awaitEnd();
        }
        assertThat(lines.list()).anyMatch(line -> line.contains("turned away"));
        toldInVisibleCharacters();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asAUser(boolean good) throws IOException {
        ZmtpSecurity security = new ZmtpSecurity.PlainServer(applicant -> good
                ? CompletableFuture.completedFuture(ZmtpVerdict.accept(WORD))
                : CompletableFuture.failedFuture(new IllegalStateException("out of order")));
        String endpoint = bind(closedAtTheEnd(ZmtpRouter.open(options.withSecurity(security), recorder)));
        byte[] hello = command("HELLO", sized(WORD), sized(WORD));
        byte[] greeting = GREETING.clone();
        System.arraycopy("PLAIN".getBytes(ISO_8859_1), 0, greeting, 12, 5);
        refused(endpoint, greeting, hello, good ? command("INITIATE", property("Socket-Type", WORD)) : new byte[0]);
    }

    /** A server that is connected to, and refuses with a word of its own. */
    @Test
    void fromAServer() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, recorder));
            dealer.connect("tcp://127.0.0.1:" + listening.getLocalPort());
            for (List<byte[]> octets : List.of(
                    List.of(GREETING, command("ERROR", sized(WORD))),
                    List.of(GREETING, command("READY", property("Socket-Type", WORD))),
                    List.of(GREETING, READY_ROUTER, command(WORD), new byte[] {2, -1}, new byte[8]))) {
                try (Socket server = listening.accept()) {
                    OutputStream out = server.getOutputStream();
                    for (byte[] some : octets) {
                        out.write(some);
                    }
                    server.getInputStream().readAllBytes();
                }
                assertThat(recorder.failure().getMessage().chars()).noneMatch(Character::isISOControl);
            }
        }
        toldInVisibleCharacters();
    }

    @Test
    void aMessageIsNotLogged() throws IOException {
        String endpoint = bind(closedAtTheEnd(ZmtpServer.open(options, recorder)));
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, new Recorder()));
        client.connect(endpoint);
        done(client.send(ZmtpMessage.ofUtf8(WORD)));
        assertThat(recorder.text()).isEqualTo(WORD);
        refused(endpoint, GREETING, READY);
    }
}
