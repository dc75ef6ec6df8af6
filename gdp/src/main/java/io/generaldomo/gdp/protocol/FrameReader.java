package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.ServiceName;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one message, first to last, whatever carries them: what a dialect's grammar reads. Lives as long as the message it reads, on
 * one thread. Every method throws a MALFORMED {@link GdpException} when what it is to read is not there, or not so.
 *
 * <p>A frame is where it lies, octets {@link #start()} to {@code start() + length()} of {@link #octets()}: a head of five frames is read without making a
 * buffer of each.
 */
abstract sealed class FrameReader permits PartsReader, PackedReader {
    /** Whether a frame is left. */
    abstract boolean hasNext();

    /** Goes on to the next frame. */
    abstract void advance();

    /** The buffer that the present frame lies in; its indices are not to be moved. */
    abstract ByteBuf octets();

    /** Where the present frame begins. */
    abstract int start();

    /** Octets of the present frame. */
    abstract int length();

    /** The frames that are left, perhaps none, as a body that shares their octets and has a reference of its own. */
    abstract Body rest();

    /** Lends the next frame as a buffer with indices of its own. */
    final ByteBuf next() {
        advance();
        return octets().slice(start(), length());
    }

    /** A frame that is a header; null if it is none. */
    final @Nullable Header header() {
        advance();
        return Header.of(octets(), start(), length());
    }

    /** A frame that is the number of a command. */
    final int number() {
        advance();
        if (length() != 1) {
            throw malformed("a command of " + length() + " octets");
        }
        return octets().getUnsignedByte(start());
    }

    /** A frame of four octets, a number that may be any. */
    final int number32(String what) {
        advance();
        if (length() != Integer.BYTES) {
            throw malformed(what + " of " + length() + " octets");
        }
        return octets().getInt(start());
    }

    /** A frame that is the name of a service. */
    final ServiceName service() {
        advance();
        return service(octets(), start(), length());
    }

    /** A frame that is a client address, and the empty one behind it. */
    final Address address() {
        advance();
        requireLength("a client address", length(), Address.MAX_LENGTH);
        Address address = Address.of(octets(), start(), length());
        advance();
        if (length() != 0) {
            throw malformed("no empty frame after the client address");
        }
        return address;
    }

    /** No frame is left: the command is whole. */
    final Command last(Command command) {
        if (hasNext()) {
            throw malformed("frames after the end of a command");
        }
        return command;
    }

    /** The name of a service, wherever it stands. */
    static ServiceName service(ByteBuf octets, int start, int length) {
        requireLength("a service name", length, ServiceName.MAX_LENGTH);
        return Workbench.ofThisThread().names.of(octets, start, length);
    }

    private static void requireLength(String what, int length, int longest) {
        if (length == 0 || length > longest) {
            throw malformed(what + " of " + length + " octets");
        }
    }

    /** The failure of a message that its dialect does not allow. */
    static GdpException malformed(String what) {
        return new GdpException(GdpException.Reason.MALFORMED, what);
    }

    /** The failure of a command that there is not, or not this way. */
    static GdpException misdirected(int number) {
        return malformed("command " + number + " does not go this way");
    }
}
