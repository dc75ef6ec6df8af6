package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Body;
import java.util.ArrayList;
import java.util.List;

/** The partial replies to one request that wait for its final one. Owns a reference of each. Confined to the broker's event loop. */
final class KeptReplies {
    private final List<Body> bodies = new ArrayList<>();
    private long octets;
    private int frames;

    long octets() {
        return octets;
    }

    int frames() {
        return frames;
    }

    int size() {
        return bodies.size();
    }

    /** Keeps one more, and its reference. */
    void add(Body partial) {
        Body compact = partial.compacted();
        bodies.add(compact);
        octets += compact.octets();
        frames += compact.size();
    }

    /** All of them in their order, and the final one behind them, as one body. Takes over the reference of the final one, gives up its own. */
    Body join(Body last) {
        bodies.add(last);
        Body joined = Body.join(bodies);
        bodies.clear();
        return joined;
    }

    void release() {
        bodies.forEach(Body::release);
        bodies.clear();
    }
}
