package io.generaldomo.examples.bench.plot;

import java.util.Map;

/** A colour for each contestant, the same in all pictures. Stateless. */
final class Colours {
    private static final Map<String, Integer> KNOWN = Map.of("ours", 0x1d6fb8, "jeromq", 0xe69525, "libzmq", 0x7b8794, "nats", 0x3b9c6b);
    private static final int OTHERS = 0x9a6bb0;

    private Colours() {}

    static int of(String contestant) {
        return KNOWN.getOrDefault(contestant, OTHERS);
    }
}
