package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.ServiceName;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one message, first to last, whatever carries them: what a dialect's grammar reads. Lives as long as the message it reads, on
 * one thread. Every method throws a MALFORMED {@link GdpException} when what it is to read is not there, or not so.
 */
sealed interface FrameReader permits PartsReader, PackedReader {
    /** Whether a frame is left. */
    boolean hasNext();

    /** Lends the next frame. */
    ByteBuf next();

    /** The frames that are left, perhaps none, as a body that shares their octets and has a reference of its own. */
    Body rest();

    /** A frame that is a header; null if it is none. */
    default @Nullable Header header() {
        return Header.of(next());
    }

    /** A frame that is the number of a command. */
    default int number() {
        ByteBuf frame = next();
        if (frame.readableBytes() != 1) {
            throw malformed("a command of " + frame.readableBytes() + " octets");
        }
        return frame.getUnsignedByte(frame.readerIndex());
    }

    /** A frame that is the name of a service. */
    default ServiceName service() {
        return service(next());
    }

    /** A frame that is a client address, and the empty one behind it. */
    default Address address() {
        ByteBuf frame = next();
        Address address = Address.of(octets("a client address", frame, Address.MAX_LENGTH));
        if (next().isReadable()) {
            throw malformed("no empty frame after the client address");
        }
        return address;
    }

    /** No frame is left: the command is whole. */
    default Command last(Command command) {
        if (hasNext()) {
            throw malformed("frames after the end of a command");
        }
        return command;
    }

    /** The name of a service, from the reader to the writer index, wherever it stands. */
    static ServiceName service(ByteBuf octets) {
        return ServiceName.of(octets("a service name", octets, ServiceName.MAX_LENGTH));
    }

    private static byte[] octets(String what, ByteBuf frame, int longest) {
        int length = frame.readableBytes();
        if (length == 0 || length > longest) {
            throw malformed(what + " of " + length + " octets");
        }
        return ByteBufUtil.getBytes(frame);
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
