package io.generaldomo.zmtp.handler;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.mechanism.RecordedCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** This side, in each dialogue that the golden vectors have: NULL from both ends, and either role of PLAIN and CURVE. */
enum GoldenSide {
    NULL_ACCEPTING(SocketType.ROUTER, ZmtpSecurity.NONE),
    NULL_CONNECTING(SocketType.DEALER, ZmtpSecurity.NONE),
    PLAIN_SERVER(SocketType.ROUTER, new ZmtpSecurity.PlainServer(onlyU())),
    PLAIN_CLIENT(SocketType.DEALER, new ZmtpSecurity.PlainClient("u", "pw")),
    CURVE_SERVER(SocketType.ROUTER, new ZmtpSecurity.CurveServer(CurveDialogue.SERVER_PAIR, anybody())),
    CURVE_CLIENT(
            SocketType.DEALER, new ZmtpSecurity.CurveClient(CurveDialogue.CLIENT_PAIR, CurveDialogue.SERVER_PAIR.publicKey()));

    /** Messages and commands in the clear, one after the other and within each other. */
    private static final List<GoldenVector> CLEAR_TRAFFIC = List.of(
            GoldenVectors.get("message", "more"),
            GoldenVectors.get("heartbeat", "ping-ttl"),
            GoldenVectors.get("message", "more-empty"),
            GoldenVectors.get("malformed-traffic", "command-unknown"),
            GoldenVectors.get("malformed-traffic", "ping-between-frames"),
            GoldenVectors.get("malformed-traffic", "long-small"));

    private final ZmtpConfig config;

    GoldenSide(SocketType type, ZmtpSecurity security) {
        this.config = ZmtpConfig.of(type).withSecurity(security);
    }

    private static ZmtpAuthenticator onlyU() {
        return applicant -> {
            ZmtpCredentials.Password shown = (ZmtpCredentials.Password) applicant.credentials();
            boolean good = shown.user().equals("u") && Arrays.equals(shown.password(), "pw".getBytes(US_ASCII));
            return CompletableFuture.completedFuture(good ? ZmtpVerdict.accept("u") : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        };
    }

    private static ZmtpAuthenticator anybody() {
        return applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"));
    }

    private boolean connects() {
        return this == NULL_CONNECTING || this == PLAIN_CLIENT || this == CURVE_CLIENT;
    }

    /** This side of a new connection. */
    PeerUnderTest fresh() {
        return connects() ? PeerUnderTest.connecting(config) : PeerUnderTest.accepting(config);
    }

    /** This side, drawing by lot what the hand drew when the dialogue was recorded. */
    PeerUnderTest recorded() {
        byte[] cookie = new byte[96];
        Arrays.fill(cookie, (byte) 0xC0);
        return switch (this) {
            case CURVE_SERVER -> PeerUnderTest.with(
                    config, RecordedCurve.server(config, CurveDialogue.CONNECTION_SECRET, cookie, new byte[16]));
            case CURVE_CLIENT -> PeerUnderTest.with(
                    config, RecordedCurve.client(config, CurveDialogue.CONNECTION_SECRET, new byte[16]));
            default -> fresh();
        };
    }

    /** The golden vectors of the dialogue, of both sides and in order. */
    List<GoldenVector> dialogue() {
        return switch (this) {
            case NULL_ACCEPTING -> clear("ready-dealer-metadata");
            case NULL_CONNECTING -> clear("ready-router");
            case PLAIN_SERVER, PLAIN_CLIENT -> GoldenVectors.group("plain").stream()
                    .filter(vector -> !vector.name().equals("server-error"))
                    .toList();
            case CURVE_SERVER -> GoldenVectors.group("curve-client");
            case CURVE_CLIENT -> GoldenVectors.group("curve-server");
        };
    }

    private static List<GoldenVector> clear(String ready) {
        return Stream.concat(
                        Stream.of(GoldenVectors.get("greeting", "null"), GoldenVectors.get("handshake", ready)), CLEAR_TRAFFIC.stream())
                .toList();
    }

    /** Whether a vector of the dialogue is what the other side sends. The greeting is what both send. */
    boolean receives(GoldenVector vector) {
        boolean clear = this == NULL_ACCEPTING || this == NULL_CONNECTING;
        return clear || vector.stands() == Position.GREETING || vector.name().startsWith("server-") == connects();
    }

    /** All that the other side sends; after PLAIN's handshake the traffic of NULL, which is the same. */
    byte[] received() {
        Stream<GoldenVector> all = dialogue().stream().filter(this::receives);
        if (this == PLAIN_SERVER || this == PLAIN_CLIENT) {
            all = Stream.concat(all, CLEAR_TRAFFIC.stream());
        }
        return JnaclBox.join(all.map(GoldenVector::bytes).toArray());
    }

    /** How many commands the other side's handshake has. */
    int commandsInHandshake() {
        return this == NULL_ACCEPTING || this == NULL_CONNECTING ? 1 : 2;
    }

    /** What protects the traffic of the dialogue. */
    Optional<FrameCipher> cipher() {
        return switch (this) {
            case CURVE_SERVER -> {
                byte[] hello = GoldenVectors.get("curve-client", "hello").bytes();
                yield Optional.of(RecordedCurve.serverTraffic(CurveDialogue.CONNECTION_SECRET, Arrays.copyOfRange(hello, 82, 114)));
            }
            case CURVE_CLIENT -> {
                byte[] welcome = GoldenVectors.get("curve-server", "server-welcome").bytes();
                byte[] server = CurveDialogue.SERVER_PAIR.publicKey().octets();
                byte[] opened = new JnaclBox(server, JnaclBox.Keys.of(CurveDialogue.CONNECTION_SECRET))
                        .open(JnaclBox.join("WELCOME-", Arrays.copyOfRange(welcome, 10, 26)), Arrays.copyOfRange(welcome, 26, 170));
                yield Optional.of(RecordedCurve.clientTraffic(CurveDialogue.CONNECTION_SECRET, Arrays.copyOf(opened, 32)));
            }
            default -> Optional.empty();
        };
    }
}
