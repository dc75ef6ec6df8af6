package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of types, whoever binds, in every combination of implementations with one of ours in it. */
class InteroperabilityTest {
    private static ZmtpTransport transport;
    private static LibzmqPeer libzmq;

    private enum Maker {
        OURS,
        JEROMQ,
        LIBZMQ;

        Station make(SocketType type) {
            return switch (this) {
                case OURS -> OwnStation.of(type, SocketOptions.on(transport));
                case JEROMQ -> JeromqStation.of(type);
                case LIBZMQ -> LibzmqStation.of(libzmq, type);
            };
        }
    }

    private enum Binding {
        ASKER_BINDS,
        ANSWERER_BINDS
    }

    @BeforeAll
    static void start() {
        transport = ZmtpTransport.create(2);
        if (LibzmqPeer.unavailable().isEmpty()) {
            libzmq = LibzmqPeer.start();
        }
    }

    @AfterAll
    static void stop() {
        transport.close();
        if (libzmq != null) {
            libzmq.close();
        }
    }

    static Stream<Arguments> combinations() {
        return Arrays.stream(Pair.values()).flatMap(pair -> Stream.of(Binding.values()).flatMap(binding -> Stream.concat(
                Stream.of(Maker.values()).map(other -> Arguments.of(pair, Maker.OURS, other, binding)),
                Stream.of(Maker.JEROMQ, Maker.LIBZMQ).map(other -> Arguments.of(pair, other, Maker.OURS, binding)))));
    }

    @ParameterizedTest(name = "{0}: {1} asks {2}, {3}")
    @MethodSource("combinations")
    void talk(Pair pair, Maker asks, Maker answers, Binding binding) {
        if (asks == Maker.LIBZMQ || answers == Maker.LIBZMQ) {
            assertThat(libzmq == null && "true".equals(System.getenv("CI"))).as("libzmq is missing, and this is CI").isFalse();
            Assumptions.assumeTrue(libzmq != null, () -> LibzmqPeer.unavailable().orElse(""));
        }
        int deaf = 0;
        while (!talked(pair, asks, answers, binding)) {
            assertThat(++deaf).as("deaf connections of JeroMQ in a row").isLessThan(10);
        }
    }

    /** False if JeroMQ never began to talk: then everything is made anew, since an endpoint that lost a peer is not what is tested here. */
    private static boolean talked(Pair pair, Maker asks, Maker answers, Binding binding) {
        try (Station asking = asks.make(pair.asker); Station answering = answers.make(pair.answerer)) {
            if (binding == Binding.ASKER_BINDS) {
                answering.connect(asking.bind());
            } else {
                asking.connect(answering.bind());
            }
            pair.talk(asking, answering, binding == Binding.ASKER_BINDS ? answering : asking);
            return true;
        } catch (JeromqStation.Deaf e) {
            return false;
        }
    }
}
