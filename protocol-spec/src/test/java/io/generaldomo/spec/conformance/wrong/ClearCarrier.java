package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.wire.Frame;
import java.io.IOException;

/** Frames as they are. */
record ClearCarrier(Line line, Fault fault) implements Carrier {
    static final int LIMIT = 16 * 1024 * 1024;

    @Override
    public Frame next() throws IOException {
        return line.frame(LIMIT);
    }

    @Override
    public void send(int flags, byte[] body) throws IOException {
        boolean isCommand = (flags & Line.COMMAND) != 0;
        line.send(isCommand && fault == Fault.SETS_MORE_ON_COMMANDS ? flags | Line.MORE : flags, body);
    }
}
