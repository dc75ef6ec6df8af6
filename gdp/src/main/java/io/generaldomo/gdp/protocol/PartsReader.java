package io.generaldomo.gdp.protocol;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;

/** Reads frames that are the parts of a message. */
final class PartsReader implements FrameReader {
    private final ZmtpMessage message;
    private int index;

    /** Reads a message, which it borrows, from this part on. */
    PartsReader(ZmtpMessage message, int index) {
        this.message = message;
        this.index = index;
    }

    @Override
    public boolean hasNext() {
        return index < message.size();
    }

    @Override
    public ByteBuf next() {
        if (!hasNext()) {
            throw FrameReader.malformed("a part is missing");
        }
        return message.part(index++);
    }

    @Override
    public Body rest() {
        int frames = message.size() - index;
        if (frames > Body.MAX_FRAMES) {
            throw FrameReader.malformed("more than " + Body.MAX_FRAMES + " frames in a body");
        }
        ByteBuf[] parts = new ByteBuf[frames];
        for (int i = 0; i < frames; i++) {
            parts[i] = message.part(index++).retain();
        }
        return Body.ofParts(parts);
    }
}
