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

    @FuzzTest(maxDuration = TIME)
    @MethodSource("greetings")
    void greeting(byte[] input) throws Exception {
        StrangerTargets.greeting().take(input);
    }

    @FuzzTest(maxDuration = TIME)
    @MethodSource("handshakes")
    void nullAccepting(byte[] input) throws Exception {
        StrangerTargets.nullAccepting().take(input);
    }

    @FuzzTest(maxDuration = TIME)
    @MethodSource("traffic")
    void nullTraffic(byte[] input) throws Exception {
        StrangerTargets.nullTraffic().take(input);
    }

    @FuzzTest(maxDuration = TIME)
    @MethodSource("handshakes")
    void plainServer(byte[] input) throws Exception {
        StrangerTargets.plainServer().take(input);
    }

    @FuzzTest(maxDuration = TIME)
    @MethodSource("traffic")
    void curveTraffic(byte[] input) throws Exception {
        StrangerTargets.curveTraffic().take(input);
    }

    @FuzzTest(maxDuration = TIME)
    @MethodSource("handshakes")
    void curveServer(byte[] input) throws Exception {
        StrangerTargets.curveServer().take(input);
    }
}
