package io.generaldomo.gdp.protocol;

import io.generaldomo.zmtp.ZmtpMessage;

/**
 * Takes the frames of one message, first to last: what a dialect's grammar writes to. Used once, on one thread, and ended with
 * {@link #discard()}, whatever happened before.
 */
sealed interface FrameWriter permits PartsWriter, MmeWriter {
    /** Appends a frame; the octets are copied. */
    void frame(byte[] octets);

    /** Appends the frames of a body. The caller keeps its reference, and gives it up before the message is used. */
    void body(Body body);

    /** The message; its reference passes to the caller. */
    ZmtpMessage finish();

    /** Gives up what was written. Does nothing after {@link #finish()}. */
    void discard();
}
