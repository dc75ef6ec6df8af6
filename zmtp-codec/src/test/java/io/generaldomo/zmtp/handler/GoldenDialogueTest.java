package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.Ping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In the place of the side that is not libzmq, ours sends octet for octet what libzmq took, and takes what libzmq sent. */
class GoldenDialogueTest {
    @ParameterizedTest
    @EnumSource(names = {"PLAIN_SERVER", "PLAIN_CLIENT", "CURVE_SERVER", "CURVE_CLIENT"})
    void isGoneThroughOctetForOctet(GoldenSide side) {
        List<GoldenVector> own = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        try (PeerUnderTest peer = side.recorded()) {
            peer.sent(); // the greeting, which tells as-server truthfully
            StringBuilder sent = new StringBuilder();
            for (GoldenVector vector : side.dialogue()) {
                if (side.receives(vector)) {
                    peer.receives(vector.bytes());
                } else {
                    own.add(vector);
                    applicationSends(peer, vector);
                }
                sent.append(peer.sent().replace(" ", ""));
                for (List<String> message = peer.message(); message != null; message = peer.message()) {
                    arrived.addAll(message);
                }
            }
            assertThat(peer.failures).isEmpty();
            assertThat(peer.handshake().peer().identity()).isEmpty();
            assertThat(LibzmqOctets.octets(sent.toString())).isEqualTo(JnaclBox.join(own.stream().map(GoldenVector::bytes).toArray()));
            List<String> traffic = side == GoldenSide.CURVE_SERVER ? List.of("61", "62") : List.of("63");
            assertThat(arrived).isEqualTo(side.name().startsWith("CURVE") ? traffic : List.of());
        }
    }

    /** What stands in the handshake, and PONG, this side sends by itself. */
    private static void applicationSends(PeerUnderTest peer, GoldenVector vector) {
        if (vector.stands() != Position.TRAFFIC) {
            return;
        }
        switch (vector.name().replace("server-", "")) {
            case "message-last" -> peer.channel.writeOutbound(ZmtpMessage.ofUtf8("a", "b"));
            case "message" -> peer.channel.writeOutbound(ZmtpMessage.ofUtf8("c"));
            case "ping" -> peer.channel.writeOutbound(
                    new Ping(Duration.ofMillis(2500), "abc".getBytes(StandardCharsets.US_ASCII)).toCommand());
            case "message-more", "pong" -> { }
            default -> throw new AssertionError(vector);
        }
    }
}
