package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;

/**
 * Takes the frames of one message, first to last: what a dialect's grammar writes to. Used once, on one thread, and ended with
 * {@link #discard()}, whatever happened before.
 */
sealed interface FrameWriter permits PartsWriter, PackedWriter {
    /** Appends a frame; the octets are copied. */
    void frame(byte[] octets);

    /** Appends an empty frame. */
    void empty();

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

    /** Appends the number of a command. */
    default void number(int number) {
        frame(new byte[] {(byte) number});
    }

    /** Appends the name of a service. */
    default void service(ServiceName service) {
        frame(service.octets());
    }

    /** Appends a client address, and the empty frame behind it. */
    default void address(Address address) {
        frame(address.octets());
        empty();
    }

    /** Appends a body, of one frame at least. As {@link #frames} otherwise. */
    default void body(Body body) {
        if (body.size() == 0) {
            empty();
        } else {
            frames(body);
        }
    }
}
