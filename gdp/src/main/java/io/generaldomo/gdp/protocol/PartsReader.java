package io.generaldomo.gdp.protocol;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;

/** Reads frames that are the parts of a message. */
final class PartsReader extends FrameReader {
    private static final ZmtpMessage NOTHING = ZmtpMessage.ofUtf8("");

    private ZmtpMessage message = NOTHING;
    /** Of the part behind the present one. */
    private int next;

    /** Begins to read a message, which it borrows, from this part on. */
    PartsReader begin(ZmtpMessage borrowed, int first) {
        message = borrowed;
        next = first;
        return this;
    }

    @Override
    boolean hasNext() {
        return next < message.size();
    }

    @Override
    void advance() {
        if (!hasNext()) {
            throw malformed("a part is missing");
        }
        next++;
    }

    @Override
    ByteBuf octets() {
        return message.part(next - 1);
    }

    @Override
    int start() {
        return octets().readerIndex();
    }

    @Override
    int length() {
        return octets().readableBytes();
    }

    @Override
    Body rest() {
        int frames = message.size() - next;
        if (frames > Body.MAX_FRAMES) {
            throw malformed("more than " + Body.MAX_FRAMES + " frames in a body");
        }
        ByteBuf[] parts = new ByteBuf[frames];
        for (int i = 0; i < frames; i++) {
            parts[i] = message.part(next++).retain();
        }
        return Body.wrap(parts);
    }
}
