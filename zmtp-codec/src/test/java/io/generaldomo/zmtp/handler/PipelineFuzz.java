package io.generaldomo.zmtp.handler;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The targets of {@link PipelineFuzzTest} for Jazzer, which sees which branches an input takes. Not among the tests of a build: it puts an agent
 * into the JVM, and attacks one target in each.
 */
class PipelineFuzz {
    private static final String TIME = "10m";

    static Stream<byte[]> greetings() {
        return FuzzSeeds.standing(Position.GREETING).stream();
    }

    static Stream<byte[]> handshakes() {
        return FuzzSeeds.standing(Position.HANDSHAKE).stream();
    }

    static Stream<byte[]> traffic() {
        return FuzzSeeds.standing(Position.TRAFFIC).stream();
    }

    @MethodSource("greetings")
    @FuzzTest(maxDuration = TIME)
    void greeting(byte[] input) throws Exception {
        StrangerTargets.greeting().take(input);
    }

    @MethodSource("handshakes")
    @FuzzTest(maxDuration = TIME)
    void nullAccepting(byte[] input) throws Exception {
        StrangerTargets.nullAccepting().take(input);
    }

    @MethodSource("traffic")
    @FuzzTest(maxDuration = TIME)
    void nullTraffic(byte[] input) throws Exception {
        StrangerTargets.nullTraffic().take(input);
    }

    @MethodSource("handshakes")
    @FuzzTest(maxDuration = TIME)
    void plainServer(byte[] input) throws Exception {
        StrangerTargets.plainServer().take(input);
    }

    @MethodSource("traffic")
    @FuzzTest(maxDuration = TIME)
    void curveTraffic(byte[] input) throws Exception {
        StrangerTargets.curveTraffic().take(input);
    }

    @MethodSource("handshakes")
    @FuzzTest(maxDuration = TIME)
    void curveServer(byte[] input) throws Exception {
        StrangerTargets.curveServer().take(input);
    }
}
