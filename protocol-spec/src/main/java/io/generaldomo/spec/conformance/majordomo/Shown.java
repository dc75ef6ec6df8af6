package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.wire.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Frames for the eyes of people. Stateless. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String frames(byte[]... frames) {
        return frames(List.of(frames));
    }

    static String frames(List<byte[]> frames) {
        return frames.isEmpty() ? "nothing" : frames.stream().map(Shown::frame).collect(Collectors.joining(" "));
    }

    private static String frame(byte[] octets) {
        if (octets.length > LONGEST) {
            return "(" + octets.length + " octets)";
        }
        return Printable.text(octets).indexOf('.') < 0 ? '"' + Printable.text(octets) + '"' : '[' + Printable.hex(octets) + ']';
    }
}
