package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.wire.Frame;
import java.io.IOException;

/** How frames go to and fro in traffic: as they are, or sealed. */
interface Carrier {
    /** Waits for the next frame. */
    Frame next() throws IOException;

    /** Sends a frame. */
    void send(int flags, byte[] body) throws IOException;
}
