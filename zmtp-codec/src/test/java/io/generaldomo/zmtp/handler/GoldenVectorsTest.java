package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden vector of the wire, whole, cut at each octet, and cut short at each octet. */
class GoldenVectorsTest {
    static Stream<GoldenVector> vectors() {
        Set<Position> elsewhere = Set.of(Position.PART, Position.DATAGRAM);
        return GoldenVectors.all().stream().filter(vector -> !elsewhere.contains(vector.stands())).filter(vector -> switch (vector.layer()) {
            case ZMTP -> true;
            // What a broker refuses is none of ZMTP's business, and is tested there.
            case MAJORDOMO -> vector.expectation() == Expectation.ACCEPT;
            // websocket.GoldenVectorsTest has them.
            case ZWS -> false;
            // GoldenDialogueTest has the good ones, each of which needs the one before it.
            case PLAIN, CURVE -> vector.group().startsWith("malformed-") || vector.name().equals("server-error");
        });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isTakenAsExpected(GoldenVector vector) {
        try (PeerUnderTest peer = peerFor(vector)) {
            judge(vector, peer.receives(vector.bytes()));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isTakenAsExpectedWhereverItIsCut(GoldenVector vector) {
        byte[] octets = vector.bytes();
        for (int cut = 1; cut < octets.length; cut++) {
            try (PeerUnderTest peer = peerFor(vector)) {
                peer.receives(Arrays.copyOfRange(octets, 0, cut)).receives(Arrays.copyOfRange(octets, cut, octets.length));
                judge(vector, peer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void row29_isAwaitedOrRefusedWhereverItEnds(GoldenVector vector) {
        byte[] octets = vector.bytes();
        for (int end = 0; end < octets.length; end++) {
            try (PeerUnderTest peer = peerFor(vector)) {
                peer.receives(Arrays.copyOfRange(octets, 0, end));
                assertThat(peer.failures.size()).isEqualTo(peer.channel.isOpen() ? 0 : 1);
                if (vector.expectation() != Expectation.CLOSE) {
                    assertThat(peer.failures).as("after %d octets", end).isEmpty();
                }
            }
        }
    }

    /** Brings a connection to where the octets of a vector stand. */
    private static PeerUnderTest peerFor(GoldenVector vector) {
        boolean fromServer = vector.name().startsWith("server-");
        if (vector.layer() == Layer.PLAIN) {
            GoldenSide side = fromServer ? GoldenSide.PLAIN_CLIENT : GoldenSide.PLAIN_SERVER;
            return side.fresh().receives(LibzmqOctets.PLAIN_GREETING);
        }
        if (vector.layer() == Layer.CURVE) {
            GoldenSide side = fromServer ? GoldenSide.CURVE_CLIENT : GoldenSide.CURVE_SERVER;
            return side.fresh().receives(CurveByHand.GREETING);
        }
        if (vector.stands() == Position.GREETING) {
            return PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER));
        }
        if (vector.group().equals("malformed-handshake")) {
            return PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER)).receives(LibzmqOctets.GREETING);
        }
        if (vector.stands() == Position.HANDSHAKE) {
            return PeerUnderTest.accepting(everyType()).receives(LibzmqOctets.GREETING);
        }
        return PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER))
                .receives(LibzmqOctets.GREETING)
                .receives(LibzmqOctets.READY_DEALER);
    }

    private static ZmtpConfig everyType() {
        SocketType[] types = SocketType.values();
        return ZmtpConfig.of(types[0], Arrays.copyOfRange(types, 1, types.length));
    }

    private static void judge(GoldenVector vector, PeerUnderTest peer) {
        switch (vector.expectation()) {
            case ACCEPT, DROP -> {
                assertThat(peer.failures).isEmpty();
                assertThat(peer.channel.isOpen()).isTrue();
                if (vector.stands() == Position.HANDSHAKE) {
                    assertThat(peer.events).hasSize(1);
                }
                if (vector.expectation() == Expectation.DROP) {
                    assertThat(peer.message()).isNull();
                }
            }
            case WAIT -> {
                assertThat(peer.failures).isEmpty();
                assertThat(peer.channel.isOpen()).isTrue();
                assertThat(peer.message()).isNull();
                peer.channel.advanceTimeBy(1, TimeUnit.HOURS);
                peer.channel.runScheduledPendingTasks();
                boolean inHandshake = vector.stands() == Position.GREETING || vector.stands() == Position.HANDSHAKE;
                assertThat(peer.channel.isOpen()).isEqualTo(!inHandshake);
            }
            case CLOSE -> {
                assertThat(peer.failures).hasSize(1);
                assertThat(peer.channel.isOpen()).isFalse();
            }
        }
    }
}
