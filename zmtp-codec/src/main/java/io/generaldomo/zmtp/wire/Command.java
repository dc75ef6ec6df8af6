package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * The body of a COMMAND frame (RFC 37/ZMTP, "command").
 *
 * <pre>
 *  | name length, 1 octet | name | data… |
 * </pre>
 *
 * <p>Commands are few and small, so their data lives on the heap. What the data means is told by the class named like the command.
 */
public final class Command {
    /** Ends a handshake, and carries metadata. */
    public static final String READY = "READY";
    /** Refuses a peer. */
    public static final String ERROR = "ERROR";
    /** Begins the handshake of PLAIN and CURVE. */
    public static final String HELLO = "HELLO";
    /** Answers HELLO. */
    public static final String WELCOME = "WELCOME";
    /** Answers WELCOME, and carries metadata. */
    public static final String INITIATE = "INITIATE";
    /** Asks for a sign of life. */
    public static final String PING = "PING";
    /** Answers PING. */
    public static final String PONG = "PONG";

    private static final byte[] MISTYPED_ERROR = {'^', 'R', 'R', 'O', 'R'};

    private final String name;
    private final byte[] data;

    /**
     * A command.
     *
     * @param name 1 to 255 characters of Latin-1, one octet each
     * @param data what follows the name; not copied
     */
    public Command(String name, byte[] data) {
        this.name = name;
        this.data = data;
    }

    /**
     * Reads a command from the body of a frame.
     *
     * @param in the buffer
     * @param length octets in the body, all of them readable; consumed
     * @return the command
     * @throws ZmtpException if there is no name, or it is longer than the frame
     */
    public static Command read(ByteBuf in, int length) {
        if (length < 2) {
            throw new ZmtpException(Reason.MALFORMED, "a command without a name");
        }
        int nameLength = in.readUnsignedByte();
        if (nameLength == 0 || nameLength > length - 1) {
            throw new ZmtpException(Reason.MALFORMED, "a command name that does not fit its frame");
        }
        String name = in.readCharSequence(nameLength, ISO_8859_1).toString();
        byte[] data = new byte[length - 1 - nameLength];
        in.readBytes(data);
        return new Command(name, data);
    }

    /**
     * Reads a command of a handshake. libzmq's PLAIN server has refused peers with a mistyped ERROR since 4.3.0, in which {@code ^} stands
     * where the length of the name belongs and the E is missing; it is taken for what it means.
     *
     * @param in the buffer
     * @param length octets in the body, all of them readable; consumed
     * @return the command
     * @throws ZmtpException if there is no name, or it is longer than the frame
     */
    public static Command readInHandshake(ByteBuf in, int length) {
        if (length < MISTYPED_ERROR.length
                || !ByteBufUtil.equals(in, in.readerIndex(), Unpooled.wrappedBuffer(MISTYPED_ERROR), 0, MISTYPED_ERROR.length)) {
            return read(in, length);
        }
        in.skipBytes(MISTYPED_ERROR.length);
        byte[] data = new byte[length - MISTYPED_ERROR.length];
        in.readBytes(data);
        return new Command(ERROR, data);
    }

    /**
     * Writes this command as a whole frame.
     *
     * @param out receives header and body
     */
    public void writeFrame(ByteBuf out) {
        FrameHeader.write(out, FrameHeader.COMMAND, bodyLength());
        writeBody(out);
    }

    /**
     * Writes this command without a frame header.
     *
     * @param out receives name and data
     */
    public void writeBody(ByteBuf out) {
        out.writeByte(name.length());
        out.writeCharSequence(name, ISO_8859_1);
        out.writeBytes(data);
    }

    /**
     * The length of the frame that {@link #writeFrame} writes.
     *
     * @return octets, header included
     */
    public int frameLength() {
        return FrameHeader.lengthFor(bodyLength()) + bodyLength();
    }

    /**
     * The length of what {@link #writeBody} writes.
     *
     * @return octets, without a header
     */
    public int bodyLength() {
        return 1 + name.length() + data.length;
    }

    /**
     * The name.
     *
     * @return 1 to 255 characters, possibly not printable ones
     */
    public String name() {
        return name;
    }

    /**
     * Whether this is the command of that name.
     *
     * @param other a name; compared octet by octet
     * @return true if it is
     */
    public boolean is(String other) {
        return name.equals(other);
    }

    /**
     * What follows the name.
     *
     * @return the octets themselves, not a copy
     */
    public byte[] data() {
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command that && name.equals(that.name) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(data);
    }

    /** Only the length of the data: it may hold credentials. */
    @Override
    public String toString() {
        return "Command[" + name.length() + " + " + data.length + " octets]";
    }
}
