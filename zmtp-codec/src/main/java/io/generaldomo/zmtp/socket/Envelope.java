package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request up to the first empty one: the way back to who asked, of no meaning to who answers (RFC 28/REQREP, "envelope").
 *
 * <p>Owns a reference to each part until it is put {@link #around} a reply or {@linkplain #drop dropped}, one of which happens once.
 */
final class Envelope {
    private final ByteBuf[] parts;

    private Envelope(ByteBuf[] parts) {
        this.parts = parts;
    }

    /** Number of parts of the envelope; 0 if there is no empty part, or nothing behind it. */
    static int lengthIn(ZmtpMessage message) {
        for (int i = 0; i < message.size() - 1; i++) {
            if (!message.part(i).isReadable()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The envelope of a message that keeps its own references. */
    static Envelope of(ZmtpMessage message) {
        ByteBuf[] parts = new ByteBuf[lengthIn(message)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = message.part(i).retain();
        }
        return new Envelope(parts);
    }

    int length() {
        return parts.length;
    }

    ZmtpMessage around(ZmtpMessage reply) {
        return reply.prefixedBy(parts);
    }

    void drop(@Nullable ZmtpMessage reply) {
        for (ByteBuf part : parts) {
            part.release();
        }
        if (reply != null) {
            reply.release();
        }
    }
}
