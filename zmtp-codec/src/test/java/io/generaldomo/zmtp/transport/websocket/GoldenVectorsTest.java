package io.generaldomo.zmtp.transport.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden vector of WebSocket, whole, cut, and cut short: at each octet, and in heads of HTTP and long frames at every seventh. */
class GoldenVectorsTest {
    /** For clients that offer to do without a mechanism, which ours do not. */
    private static final Set<String> NOT_OFFERED = Set.of("server-answer-bare", "server-identity");

    static Stream<GoldenVector> vectors() {
        return GoldenVectors.all().stream().filter(vector -> vector.layer() == Layer.ZWS && !NOT_OFFERED.contains(vector.name()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isTakenAsExpected(GoldenVector vector) {
        try (WebSocketUnderTest side = sideFor(vector)) {
            judge(vector, side.receives(side.octets(vector)));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isTakenAsExpectedWhereverItIsCut(GoldenVector vector) {
        for (int cut = 1; cut < vector.bytes().length; cut += stride(vector)) {
            try (WebSocketUnderTest side = sideFor(vector)) {
                byte[] octets = side.octets(vector);
                judge(vector, side.receives(Arrays.copyOfRange(octets, 0, cut)).receives(Arrays.copyOfRange(octets, cut, octets.length)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isAwaitedOrRefusedWhereverItEnds(GoldenVector vector) {
        for (int end = 0; end < vector.bytes().length; end += stride(vector)) {
            try (WebSocketUnderTest side = sideFor(vector)) {
                side.receives(Arrays.copyOfRange(side.octets(vector), 0, end));
                assertThat(side.failures.size()).isEqualTo(side.channel.isOpen() ? 0 : 1);
                if (vector.expectation() != Expectation.CLOSE) {
                    assertThat(side.failures).as("after %d octets", end).isEmpty();
                }
            }
        }
    }

    private static int stride(GoldenVector vector) {
        return vector.bytes().length > 64 ? 7 : 1;
    }

    /** Brings a connection to where the octets of a vector stand. */
    private static WebSocketUnderTest sideFor(GoldenVector vector) {
        boolean connects = vector.name().startsWith("server-");
        String mechanism = vector.name().startsWith("request-") ? vector.name().substring("request-".length()) : "null";
        WebSocketUnderTest side = connects ? WebSocketUnderTest.connecting() : WebSocketUnderTest.accepting(mechanism);
        if (vector.stands() != Position.GREETING) {
            GoldenVector upgrade = GoldenVectors.get("zws", connects ? "server-answer" : "request-null");
            byte[] bare = new String(upgrade.bytes(), ISO_8859_1).replace("ZWS2.0/NULL,", "").getBytes(ISO_8859_1);
            side.receives(vector.name().equals("identity") ? bare : side.octets(upgrade));
        }
        if (vector.stands() == Position.TRAFFIC) {
            side.receives(GoldenVectors.get("zws", connects ? "server-ready" : "ready").bytes());
            assertThat(side.handshakes).isEqualTo(1);
        }
        return side;
    }

    private static void judge(GoldenVector vector, WebSocketUnderTest side) {
        if (vector.expectation() == Expectation.CLOSE) {
            assertThat(side.channel.isOpen()).isFalse();
            // Whoever says Close has done nothing wrong.
            assertThat(side.failures).hasSize(vector.name().endsWith("close") ? 0 : 1);
            return;
        }
        assertThat(side.failures).isEmpty();
        assertThat(side.channel.isOpen()).isTrue();
        if (vector.stands() == Position.GREETING && !vector.name().startsWith("server-")) {
            assertThat(side.sent()).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
        }
        if (vector.stands() == Position.HANDSHAKE) {
            assertThat(side.handshakes).isEqualTo(1);
        }
        boolean isMessage = vector.expectation() == Expectation.ACCEPT && vector.stands() == Position.TRAFFIC && !vector.name().equals("ping");
        assertThat(side.channel.inboundMessages()).hasSize(isMessage ? 1 : 0);
    }
}
