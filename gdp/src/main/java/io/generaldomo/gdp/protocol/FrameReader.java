package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.netty.buffer.ByteBuf;

/**
 * The frames of one message, first to last, whatever carries them: what a dialect's grammar reads. Lives as long as the message it reads, on
 * one thread.
 */
sealed interface FrameReader permits PartsReader, MmeReader {
    /** Whether a frame is left. */
    boolean hasNext();

    /**
     * Lends the next frame.
     *
     * @throws GdpException MALFORMED if none is left, or it is truncated
     */
    ByteBuf next();

    /**
     * The frames that are left, perhaps none, as a body that shares their octets and has a reference of its own.
     *
     * @throws GdpException MALFORMED if one of them is truncated, or they are too many
     */
    Body rest();

    /** The failure of a message that its dialect does not allow. */
    static GdpException malformed(String what) {
        return new GdpException(GdpException.Reason.MALFORMED, what);
    }
}
