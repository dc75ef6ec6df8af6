package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.zeromq.ZMQ;

/** The mechanisms, as each implementation is told to use them. */
enum Secured {
    NULL(ZmtpSecurity.NONE, ZmtpSecurity.NONE, Map.of(), Map.of()) {
        @Override
        void server(ZMQ.Socket socket) {}

        @Override
        void client(ZMQ.Socket socket) {}
    },
    PLAIN(
            new ZmtpSecurity.PlainServer(Secured::onlyAlice),
            new ZmtpSecurity.PlainClient("alice", "wonder"),
            Map.of("plainServer", "true"),
            Map.of("plainUsername", "alice", "plainPassword", "wonder")) {
        @Override
        void server(ZMQ.Socket socket) {
            socket.setPlainServer(true);
        }

        @Override
        void client(ZMQ.Socket socket) {
            socket.setPlainUsername("alice");
            socket.setPlainPassword("wonder");
        }
    },
    CURVE(
            new ZmtpSecurity.CurveServer(Keys.SERVER, Secured::onlyTheClient),
            new ZmtpSecurity.CurveClient(Keys.CLIENT, Keys.SERVER.publicKey()),
            Map.of("curveServer", "true", "curveSecretKey", Keys.SERVER.secretZ85()),
            libzmqCurve(Keys.CLIENT, Keys.SERVER.publicKey())) {
        @Override
        void server(ZMQ.Socket socket) {
            socket.setCurveServer(true);
            socket.setCurvePublicKey(Keys.SERVER.publicKey().octets());
            socket.setCurveSecretKey(Keys.SERVER.secretOctets());
        }

        @Override
        void client(ZMQ.Socket socket) {
            jeromqCurve(socket, Keys.CLIENT, Keys.SERVER.publicKey());
        }
    };

    /** What a libzmq process has to let in. */
    static final String[] ALLOWED = {
        "PLAIN alice wonder", "CURVE " + HexFormat.of().formatHex(Keys.CLIENT.publicKey().octets())
    };

    /** Apart, because constants of the enum cannot use its other static fields. */
    static final class Keys {
        static final CurveKeyPair SERVER = CurveKeyPair.ofZ85("JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6");
        static final CurveKeyPair CLIENT = CurveKeyPair.ofZ85("D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs");

        private Keys() {}
    }

    final ZmtpSecurity ownServer;
    final ZmtpSecurity ownClient;
    final Map<String, String> libzmqServer;
    final Map<String, String> libzmqClient;

    Secured(ZmtpSecurity ownServer, ZmtpSecurity ownClient, Map<String, String> libzmqServer, Map<String, String> libzmqClient) {
        this.ownServer = ownServer;
        this.ownClient = ownClient;
        this.libzmqServer = libzmqServer;
        this.libzmqClient = libzmqClient;
    }

    abstract void server(ZMQ.Socket socket);

    abstract void client(ZMQ.Socket socket);

    static Map<String, String> libzmqCurve(CurveKeyPair own, CurveKey server) {
        return Map.of("curvePublicKey", own.publicKey().z85(), "curveSecretKey", own.secretZ85(), "curveServerKey", server.z85());
    }

    static void jeromqCurve(ZMQ.Socket socket, CurveKeyPair own, CurveKey server) {
        socket.setCurveServerKey(server.octets());
        socket.setCurvePublicKey(own.publicKey().octets());
        socket.setCurveSecretKey(own.secretOctets());
    }

    private static CompletableFuture<ZmtpVerdict> onlyAlice(ZmtpApplicant applicant) {
        ZmtpCredentials.Password shown = (ZmtpCredentials.Password) applicant.credentials();
        return later(shown.user().equals("alice") && Arrays.equals(shown.password(), "wonder".getBytes(UTF_8)), "alice");
    }

    private static CompletableFuture<ZmtpVerdict> onlyTheClient(ZmtpApplicant applicant) {
        CurveKey shown = ((ZmtpCredentials.Key) applicant.credentials()).key();
        return later(shown.equals(Keys.CLIENT.publicKey()), shown.z85());
    }

    /** On another thread, as authenticators usually answer. */
    private static CompletableFuture<ZmtpVerdict> later(boolean good, String user) {
        return CompletableFuture.supplyAsync(() -> good ? ZmtpVerdict.accept(user) : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
    }
}
