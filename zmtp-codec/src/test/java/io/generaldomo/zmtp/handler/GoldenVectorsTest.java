package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
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
    private static final Set<String> FIRST = Set.of("greeting", "malformed-greeting");
    private static final Set<String> AFTER_GREETING = Set.of("handshake", "malformed-handshake");
    /** What these expect is expected of a broker, and tested there. */
    private static final Set<String> ABOVE_ZMTP = Set.of("mme", "malformed-mme", "malformed-mdp01");

    static Stream<GoldenVector> vectors() {
        return GoldenVectors.all().stream().filter(vector -> !ABOVE_ZMTP.contains(vector.group()));
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
    void isAwaitedOrRefusedWhereverItEnds(GoldenVector vector) {
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
        if (FIRST.contains(vector.group())) {
            return PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER));
        }
        if (vector.group().equals("malformed-handshake")) {
            return PeerUnderTest.accepting(ZmtpConfig.of(SocketType.ROUTER)).receives(LibzmqOctets.GREETING);
        }
        if (AFTER_GREETING.contains(vector.group())) {
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
                if (AFTER_GREETING.contains(vector.group())) {
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
                boolean inHandshake = FIRST.contains(vector.group()) || AFTER_GREETING.contains(vector.group());
                assertThat(peer.channel.isOpen()).isEqualTo(!inHandshake);
            }
            case CLOSE -> {
                assertThat(peer.failures).hasSize(1);
                assertThat(peer.channel.isOpen()).isFalse();
            }
        }
    }
}
