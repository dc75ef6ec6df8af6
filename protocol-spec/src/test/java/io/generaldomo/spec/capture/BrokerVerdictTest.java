package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.ready;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import io.generaldomo.spec.peer.LibzmqBroker;
import io.generaldomo.spec.peer.LibzmqDialect;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a vector says that a broker refuses or accepts, the brokers of the libzmq peer refuse and accept too. A ROUTER or
 * a SERVER cannot close a connection, so they count what they refuse.
 */
@RequiresLibzmq
final class BrokerVerdictTest {
    static final Map<String, LibzmqDialect> GROUPS = Map.of("mdp01", LibzmqDialect.MDP_01, "mdp02", LibzmqDialect.MDP_02,
            "zproto", LibzmqDialect.ZPROTO, "mdp0x", LibzmqDialect.MDP_0X, "gdp", LibzmqDialect.GDP,
            "gdp-le32", LibzmqDialect.GDP_LE32, "gdp-be32", LibzmqDialect.GDP_BE32, "mdp02-packed", LibzmqDialect.MDP_02_PACKED);
    static final Iterable<String> NAMES = GROUPS.keySet().stream().sorted().toList();

    private LibzmqPeer peer;

    @BeforeEach
    void start() {
        peer = LibzmqPeer.start();
    }

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aBrokerRefusesWhatTheVectorsSay(String group) throws IOException {
        byte[] question = GoldenVectors.get(group, "client-mmi").bytes();
        LibzmqDialect dialect = GROUPS.get(group);
        LibzmqBroker broker = peer.broker(dialect, "tcp://127.0.0.1:*");
        for (GoldenVector vector : sent(group).toList()) {
            long before = broker.report().malformed();
            try (RawWire wire = new RawWire()) {
                RawConnection connection = wire.connectWith(broker.endpoint(), ready(dialect.peerSocket().name()));
                connection.write(vector.stands() == Position.PART ? framed(vector.bytes()) : vector.bytes(), question);
                awaitAnswer(connection);
            }
            assertThat(broker.report().malformed() - before).as("%s", vector)
                    .isEqualTo(vector.expectation() == Expectation.ACCEPT ? 0 : 1);
        }
    }

    private static Stream<GoldenVector> sent(String group) {
        Stream<GoldenVector> good = GoldenVectors.group(group).stream().filter(vector -> !vector.name().startsWith("broker-"));
        Stream<GoldenVector> bad = GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.MAJORDOMO && vector.group().equals("malformed-" + group));
        return Stream.concat(good, bad);
    }

    /** Messages are handled in order, so the answer to the question behind a vector tells that the vector was handled. */
    private static void awaitAnswer(RawConnection connection) throws IOException {
        String message;
        do {
            message = new String(connection.readMessage(), ISO_8859_1);
        } while (!message.contains("mmi.service"));
    }

    private static byte[] framed(byte[] part) throws IOException {
        return join(new byte[] {0, (byte) part.length}, part);
    }
}
