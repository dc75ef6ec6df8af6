package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.frame;
import static io.generaldomo.zmtp.handler.JnaclBox.join;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.fuzz.FuzzTarget;
import io.generaldomo.zmtp.fuzz.FuzzedConnection;
import io.generaldomo.zmtp.fuzz.Outcome;
import io.generaldomo.zmtp.mechanism.CurveTrafficPair;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Whole pipelines that a stranger sends octets to. Where nothing is drawn by lot, it must not matter how they are cut.
 *
 * <p>Under CURVE, octets that nobody sealed get no further than the box. So the first octet of an input chooses what the rest is.
 */
final class StrangerTargets {
    private static final ZmtpLimits SMALL = ZmtpLimits.DEFAULT.withMessageSize(1000).withParts(3).withCommandSize(700);
    private static final ZmtpAuthenticator ANYBODY = applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"));
    private static final CurveKeyPair OWN = CurveKeyPair.generate();
    private static final byte[] OWN_KEY = OWN.publicKey().octets();
    private static final int WAYS = 5;

    private StrangerTargets() {}

    /** Octets from the first on. */
    static FuzzTarget greeting() {
        return sentTo(pipeline -> ZmtpPipeline.accept(pipeline, ZmtpConfig.of(SocketType.ROUTER, SocketType.SERVER)));
    }

    static FuzzTarget nullAccepting() {
        return sentTo(pipeline -> ZmtpPipeline.accept(pipeline, ZmtpConfig.of(SocketType.ROUTER, SocketType.SERVER)), LibzmqOctets.GREETING);
    }

    static FuzzTarget nullTraffic() {
        return sentTo(
                pipeline -> ZmtpPipeline.accept(pipeline, ZmtpConfig.of(SocketType.ROUTER)),
                LibzmqOctets.GREETING,
                LibzmqOctets.READY_DEALER);
    }

    static FuzzTarget nullTrafficWithSmallLimits() {
        return sentTo(
                pipeline -> ZmtpPipeline.connect(pipeline, ZmtpConfig.of(SocketType.DEALER).withLimits(SMALL)),
                LibzmqOctets.GREETING,
                LibzmqOctets.READY_ROUTER);
    }

    static FuzzTarget plainServer() {
        return sentTo(
                pipeline -> ZmtpPipeline.accept(
                        pipeline,
                        ZmtpConfig.of(SocketType.ROUTER).withLimits(SMALL).withSecurity(new ZmtpSecurity.PlainServer(ANYBODY))),
                LibzmqOctets.PLAIN_GREETING);
    }

    static FuzzTarget plainClient() {
        return sentTo(
                pipeline -> ZmtpPipeline.connect(
                        pipeline, ZmtpConfig.of(SocketType.DEALER).withSecurity(new ZmtpSecurity.PlainClient("u", "pw"))),
                LibzmqOctets.PLAIN_GREETING);
    }

    private static FuzzTarget sentTo(Consumer<ChannelPipeline> initializer, String... before) {
        return input -> {
            FuzzedConnection whole = new FuzzedConnection(initializer);
            FuzzedConnection inPieces = new FuzzedConnection(initializer);
            for (String octets : before) {
                whole.receive(LibzmqOctets.octets(octets));
                inPieces.receive(LibzmqOctets.octets(octets));
            }
            whole.receive(input);
            inPieces.receiveInPieces(input);
            String transcript = whole.end();
            String other = inPieces.end();
            if (!transcript.equals(other)) {
                throw new AssertionError("whole: " + transcript + "\nin pieces: " + other);
            }
            return Outcome.of(transcript);
        };
    }

    static FuzzTarget curveServer() {
        ZmtpConfig config =
                ZmtpConfig.of(SocketType.ROUTER).withLimits(SMALL).withSecurity(new ZmtpSecurity.CurveServer(OWN, ANYBODY));
        return input -> {
            FuzzedConnection connection = new FuzzedConnection(pipeline -> ZmtpPipeline.accept(pipeline, config));
            connection.sent();
            connection.receive(LibzmqOctets.octets(CurveByHand.GREETING));
            talkToServer(connection, CurveByHand.client(), way(input), rest(input));
            return way(input) + Outcome.of(connection.end());
        };
    }

    private static void talkToServer(FuzzedConnection connection, CurveByHand client, int way, byte[] octets) {
        if (way == 0) {
            connection.receiveInPieces(octets);
            return;
        }
        connection.receiveInPieces(way == 1 ? changed(client.hello(OWN_KEY), octets) : client.hello(OWN_KEY));
        byte[] welcome = connection.sent();
        if (welcome.length == 0) {
            return;
        }
        client.takeWelcome(OWN_KEY, welcome);
        byte[] initiate = client.initiate(OWN_KEY, way == 2 ? octets : CurveByHand.DEALER);
        connection.receiveInPieces(way == 1 ? changed(initiate, octets) : initiate);
        if (way >= 3) {
            connection.receiveInPieces(way == 3 ? sealed(client, octets) : octets);
        }
    }

    static FuzzTarget curveClient() {
        return input -> {
            CurveByHand server = CurveByHand.server();
            ZmtpConfig config = ZmtpConfig.of(SocketType.DEALER)
                    .withLimits(SMALL)
                    .withSecurity(new ZmtpSecurity.CurveClient(OWN, CurveKey.of(server.longTerm.open())));
            FuzzedConnection connection = new FuzzedConnection(pipeline -> ZmtpPipeline.connect(pipeline, config));
            connection.sent();
            connection.receive(LibzmqOctets.octets(CurveByHand.GREETING));
            server.takeHello(connection.sent());
            talkToClient(connection, server, way(input), rest(input));
            return way(input) + Outcome.of(connection.end());
        };
    }

    private static void talkToClient(FuzzedConnection connection, CurveByHand server, int way, byte[] octets) {
        if (way == 0) {
            connection.receiveInPieces(octets);
            return;
        }
        byte[] welcome = server.welcome();
        connection.receiveInPieces(way == 1 ? changed(welcome, octets) : welcome);
        byte[] initiate = connection.sent();
        if (initiate.length == 0 || way == 1 && !Arrays.equals(welcome, changed(welcome, octets))) {
            return;
        }
        server.takeInitiate(initiate, OWN_KEY);
        connection.receiveInPieces(server.ready(way == 2 ? octets : CurveByHand.ROUTER));
        if (way >= 3) {
            connection.receiveInPieces(way == 3 ? sealed(server, octets) : octets);
        }
    }

    /** What follows the handshake of CURVE: octets as they are if the first one is odd, else octets that are sealed first. */
    static FuzzTarget curveTraffic() {
        return input -> {
            CurveTrafficPair pair = new CurveTrafficPair();
            byte[] octets = input.length > 0 && (input[0] & 1) == 1 ? rest(input) : sealed(pair.sender(), rest(input));
            FuzzedConnection whole = new FuzzedConnection(pipeline -> addTraffic(pipeline, new CurveTrafficPair().receiver()));
            FuzzedConnection inPieces = new FuzzedConnection(pipeline -> addTraffic(pipeline, new CurveTrafficPair().receiver()));
            whole.receive(octets);
            inPieces.receiveInPieces(octets);
            String transcript = whole.end();
            String other = inPieces.end();
            if (!transcript.equals(other)) {
                throw new AssertionError("whole: " + transcript + "\nin pieces: " + other);
            }
            return Outcome.of(transcript);
        };
    }

    private static void addTraffic(ChannelPipeline pipeline, FrameCipher cipher) {
        ZmtpDecoder decoder = new ZmtpDecoder(ZmtpConfig.of(SocketType.DEALER).withLimits(SMALL));
        ZmtpEncoder encoder = new ZmtpEncoder();
        pipeline.addLast(decoder, encoder, new ZmtpHeartbeatHandler(ZmtpHeartbeat.OFF));
        decoder.startTraffic(Optional.of(cipher));
        encoder.startTraffic(Optional.of(cipher));
    }

    private static byte[] sealed(FrameCipher sealer, byte[] octets) {
        ByteBuf all = Unpooled.buffer();
        int at = 0;
        while (at + 1 < octets.length) {
            int length = Math.min(octets.length - at - 2, Byte.toUnsignedInt(octets[at + 1]));
            FrameHeader.write(all, 0, length + sealer.overhead());
            all.ensureWritable(length + sealer.overhead());
            sealer.seal(octets[at], Unpooled.wrappedBuffer(octets, at + 2, length), all);
            at += 2 + length;
        }
        return ByteBufUtil.getBytes(all);
    }

    private static int way(byte[] input) {
        return input.length == 0 ? 0 : Math.floorMod(input[0], WAYS);
    }

    private static byte[] rest(byte[] input) {
        return Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
    }

    /** Octets with some others in their place: each pair of changes is a position and a difference. */
    private static byte[] changed(byte[] octets, byte[] changes) {
        byte[] made = octets.clone();
        for (int i = 0; i + 1 < changes.length; i += 2) {
            made[Byte.toUnsignedInt(changes[i]) % made.length] ^= changes[i + 1];
        }
        return made;
    }

    /** The input as frames of traffic, properly sealed: each an octet of flags, one of length, and octets. */
    private static byte[] sealed(CurveByHand sealer, byte[] octets) {
        byte[] all = {};
        int at = 0;
        while (at + 1 < octets.length) {
            int end = Math.min(octets.length, at + 2 + Byte.toUnsignedInt(octets[at + 1]));
            byte[] body = sealer.messageBody(++sealer.counter, octets[at], Arrays.copyOfRange(octets, at + 2, end));
            all = join(all, frame(0, body));
            at = end;
        }
        return all;
    }
}
