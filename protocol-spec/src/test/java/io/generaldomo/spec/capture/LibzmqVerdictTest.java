package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.greeting;
import static io.generaldomo.spec.capture.RawConnection.hex;
import static io.generaldomo.spec.capture.RawConnection.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import io.generaldomo.spec.peer.LibzmqMessage;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd input after which a vector expects the connection to live: it lives at libzmq too. The other way round does not
 * hold: libzmq forgives some of what is refused here, and the vectors say where.
 */
@RequiresLibzmq
final class LibzmqVerdictTest {
    private static final byte[] LAST_MESSAGE = hex("00 04 6c617374");

    private static LibzmqPeer peer;

    static List<GoldenVector> survivable() {
        return GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.ZMTP && vector.group().startsWith("malformed"))
                .filter(vector -> vector.stands() != Position.DATAGRAM) // it does not live
                .filter(vector -> vector.expectation() == Expectation.ACCEPT || vector.expectation() == Expectation.DROP)
                .toList();
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
    @MethodSource("survivable")
    void libzmqKeepsTheConnectionToo(GoldenVector vector) throws Exception {
        try (RawWire wire = new RawWire(); LibzmqSocket router = peer.open(LibzmqSocketType.ROUTER)) {
            RawConnection connection = wire.connect(router.bind("tcp://127.0.0.1:*"));
            boolean greets = vector.stands() == Position.GREETING;
            boolean readies = vector.stands() == Position.HANDSHAKE;
            connection.write(greets ? vector.bytes() : greeting(1), readies ? vector.bytes() : ready("DEALER"));
            connection.readGreeting();
            connection.readFrame();
            if (!greets && !readies) {
                connection.write(vector.bytes());
            }
            connection.write(LAST_MESSAGE);
            LibzmqMessage message;
            do {
                message = router.receive(Duration.ofSeconds(10));
            } while (!message.text().get(1).equals("last"));
            assertThat(message.frames()).hasSize(2);
        }
    }
}
