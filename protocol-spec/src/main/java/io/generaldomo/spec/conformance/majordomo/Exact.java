package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.util.List;

/** Whether a message is what a dialect says to the octet, where other cases look at its end only. Stateless. */
final class Exact {
    private Exact() {}

    /** Expects a message of these frames. */
    static void expect(Talk talk, byte[]... frames) {
        check(talk.dialect(), talk.hearParts(), frames);
    }

    static void check(Dialect dialect, List<byte[]> parts, byte[]... frames) {
        byte[][] expected = dialect.parts(frames);
        Deviation.unless(Talk.isSame(parts, expected), Shown.frames(expected), Shown.frames(parts));
    }
}
