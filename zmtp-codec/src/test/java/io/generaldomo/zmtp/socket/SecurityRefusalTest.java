package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.ZAuth;
import org.zeromq.ZMQ;

/** Who shows the wrong credentials gets nowhere, on either side, and its messages neither. */
@RequiresLibzmq
class SecurityRefusalTest extends SocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CurveKeyPair STRANGER = CurveKeyPair.generate();
    private static final CurveKey SERVER_KEY = Secured.Keys.SERVER.publicKey();

    private static LibzmqPeer libzmq;
    private static LibzmqZap zap;

    private Recorder recorder = new Recorder();

    @BeforeAll
    static void startLibzmq() {
        libzmq = LibzmqPeer.start();
        zap = libzmq.zap(Secured.ALLOWED);
    }

    @AfterAll
    static void stopLibzmq() {
        zap.close();
        libzmq.close();
    }

    private String ownServer(Secured secured) {
        return bind(closedAtTheEnd(ZmtpRouter.open(options.withSecurity(secured.ownServer), recorder)));
    }

    private void libzmqComes(String endpoint, Map<String, String> credentials, String event, String detail) {
        try (LibzmqSocket socket = libzmq.open(LibzmqSocketType.DEALER, credentials)) {
            socket.connect(endpoint);
            assertThat(socket.awaitEvent(event, PATIENCE)).contains(detail);
        }
    }

    private void turnedAway(Reason reason) {
        assertThat(recorder.failure().reason()).isEqualTo(reason);
        assertThat(recorder.sawAnybody()).isFalse();
        assertThat(recorder.waiting()).isZero();
    }

    /** JeroMQ sends before it is let in: the message must not come through. */
    private void jeromqComes(Secured secured, Consumer<ZMQ.Socket> credentials, Reason reason) {
        for (int deaf = 0; deaf < 10; deaf++) {
            try (JeromqStation station = JeromqStation.of(SocketType.DEALER, credentials)) {
                station.connect(ownServer(secured));
                station.socket().send("smuggled");
                turnedAway(reason);
                return;
            } catch (JeromqStation.Deaf e) {
                recorder = new Recorder(); // once more, and forget how the deaf one ended
            }
        }
        throw new AssertionError("ten deaf connections of JeroMQ in a row");
    }

    private void ownClientComes(String endpoint, ZmtpSecurity credentials) {
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options.withSecurity(credentials), recorder));
        dealer.connect(endpoint);
        dealer.send(ZmtpMessage.ofUtf8("smuggled"));
    }

    @Test
    void libzmqWithAWrongPassword() {
        libzmqComes(ownServer(Secured.PLAIN), Map.of("plainUsername", "alice", "plainPassword", "wrong"), "handshake:error:protocol", "");
        turnedAway(Reason.NOT_AUTHENTICATED);
    }

    @Test
    void libzmqWithAnUnknownKey() {
        libzmqComes(ownServer(Secured.CURVE), Secured.libzmqCurve(STRANGER, SERVER_KEY), "handshake:error:auth", "");
        turnedAway(Reason.NOT_AUTHENTICATED);
    }

    @Test
    void libzmqWithAWrongServerKey() {
        libzmqComes(
                ownServer(Secured.CURVE), Secured.libzmqCurve(Secured.Keys.CLIENT, STRANGER.publicKey()), "handshake:error:other", "");
        turnedAway(Reason.CRYPTOGRAPHIC);
    }

    /** libzmq leaves as soon as it has read the mechanism, before all of its own greeting is out. */
    @Test
    void libzmqWithoutSecurity() {
        libzmqComes(ownServer(Secured.CURVE), Map.of(), "handshake:error:protocol", "");
        assertThat(recorder.sawAnybody()).isFalse();
    }

    @Test
    void jeromqWithAWrongPassword() {
        jeromqComes(Secured.PLAIN, socket -> {
            socket.setPlainUsername("alice");
            socket.setPlainPassword("wrong");
        }, Reason.NOT_AUTHENTICATED);
    }

    @Test
    void jeromqWithAnUnknownKey() {
        jeromqComes(Secured.CURVE, socket -> Secured.jeromqCurve(socket, STRANGER, SERVER_KEY), Reason.NOT_AUTHENTICATED);
    }

    @Test
    void jeromqWithAWrongServerKey() {
        jeromqComes(
                Secured.CURVE,
                socket -> Secured.jeromqCurve(socket, Secured.Keys.CLIENT, STRANGER.publicKey()),
                Reason.CRYPTOGRAPHIC);
    }

    @Test
    void ownClientWithAWrongPasswordAtLibzmq() {
        try (LibzmqSocket server = libzmq.open(LibzmqSocketType.ROUTER, Secured.PLAIN.libzmqServer)) {
            ownClientComes(server.bind(FREE_PORT), new ZmtpSecurity.PlainClient("alice", "wrong"));
            turnedAway(Reason.REFUSED_BY_PEER);
        }
    }

    @Test
    void ownClientWithAnUnknownKeyAtLibzmq() {
        try (LibzmqSocket server = libzmq.open(LibzmqSocketType.ROUTER, Secured.CURVE.libzmqServer)) {
            ownClientComes(server.bind(FREE_PORT), new ZmtpSecurity.CurveClient(STRANGER, SERVER_KEY));
            turnedAway(Reason.REFUSED_BY_PEER);
        }
    }

    @Test
    void ownClientWithAWrongServerKeyAtLibzmq() {
        try (LibzmqSocket server = libzmq.open(LibzmqSocketType.ROUTER, Secured.CURVE.libzmqServer)) {
            ownClientComes(server.bind(FREE_PORT), new ZmtpSecurity.CurveClient(Secured.Keys.CLIENT, STRANGER.publicKey()));
            server.awaitEvent("handshake:error:protocol", PATIENCE);
            assertThat(recorder.sawAnybody()).isFalse();
        }
    }

    @Test
    void ownClientWithAWrongPasswordAtJeromq(@TempDir Path directory) throws IOException {
        Path users = Files.writeString(directory.resolve("users"), "alice=wonder\n");
        try (JeromqStation server = JeromqStation.of(SocketType.ROUTER, Secured.PLAIN::server);
                ZAuth auth = new ZAuth(server.context())) {
            auth.configurePlain("*", users.toString());
            ownClientComes(server.bind(), new ZmtpSecurity.PlainClient("alice", "wrong"));
            turnedAway(Reason.REFUSED_BY_PEER);
        }
    }

    @Test
    void ownClientWithAWrongServerKeyAtJeromq() {
        try (JeromqStation server = JeromqStation.of(SocketType.ROUTER, Secured.CURVE::server)) {
            ownClientComes(server.bind(), new ZmtpSecurity.CurveClient(Secured.Keys.CLIENT, STRANGER.publicKey()));
            turnedAway(Reason.REFUSED_BY_PEER);
        }
    }

    @Test
    void ownClientIsLetInOnceItIsKnown() {
        try (LibzmqSocket server = libzmq.open(LibzmqSocketType.ROUTER, Secured.CURVE.libzmqServer)) {
            zap.allow("nobody");
            ownClientComes(server.bind(FREE_PORT), Secured.CURVE.ownClient);
            turnedAway(Reason.REFUSED_BY_PEER);
            zap.allow(Secured.ALLOWED);
            recorder.connected();
            assertThat(server.receive(PATIENCE).frames()).last().isEqualTo("smuggled".getBytes(UTF_8));
        }
    }
}
