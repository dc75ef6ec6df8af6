package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;

/**
 * Takes the frames of one message, first to last: what a dialect's grammar writes to. On one thread, and ended with {@link #discard()}, whatever
 * happened before; then it is good for another message.
 */
sealed interface FrameWriter permits PartsWriter, PackedWriter {
    /** Appends a frame, which stays the caller's, and as it is. */
    void frame(byte[] octets);

    /** Appends an empty frame. */
    void empty();

    /** Appends the number of a command. */
    void number(int number);

    /** Appends a frame of four octets, the most significant one first. */
    void number32(int number);

    /** Appends the name of a service. */
    void service(ServiceName service);

    /** Appends a client address, and the empty frame behind it. */
    void address(Address address);

    /** Appends the frames of a body, perhaps none. The caller keeps its reference, and gives it up before the message is used. */
    void frames(Body body);

    /** The message; its reference passes to the caller. */
    ZmtpMessage finish();

    /** Gives up what was written. Does nothing after {@link #finish()}. */
    void discard();

    /** Appends a header. */
    default void header(Header header) {
        frame(header.octets());
    }

    /** Appends a body, of one frame at least. As {@link #frames} otherwise. */
    default void body(Body body) {
        if (body.isEmpty()) {
            empty();
        } else {
            frames(body);
        }
    }
}
