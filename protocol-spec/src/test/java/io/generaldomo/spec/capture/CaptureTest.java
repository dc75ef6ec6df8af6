package io.generaldomo.spec.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded octets are the ones that libzmq sends today. */
@RequiresLibzmq
final class CaptureTest {
    private static LibzmqPeer peer;

    static List<Capture> captures() {
        return Captures.all();
    }

    @BeforeAll
    static void start() {
        peer = LibzmqPeer.start();
    }

    @AfterAll
    static void end() {
        peer.close();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void libzmqStillSendsWhatWasRecorded(Capture capture) throws Exception {
        GoldenVector vector = GoldenVectors.get(capture.group(), capture.name());
        try (RawWire wire = new RawWire()) {
            byte[] now = capture.script().run(peer, wire);
            assertThat(capture.chance().mask(now)).asHexString()
                    .isEqualTo(HexFormat.of().withUpperCase().formatHex(capture.chance().mask(vector.bytes())));
        }
    }

    @Test
    void everyVectorThatNamesLibzmqAsItsSourceIsCaptured() {
        Stream<String> recorded = GoldenVectors.all().stream()
                .filter(vector -> vector.source().startsWith("libzmq 4.3.5"))
                .map(vector -> vector.group() + "/" + vector.name());
        assertThat(recorded).containsExactlyInAnyOrderElementsOf(captures().stream().map(Capture::toString).toList());
    }
}
