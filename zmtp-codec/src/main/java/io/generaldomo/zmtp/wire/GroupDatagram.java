package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.util.Optional;

/**
 * A message from a RADIO to a DISH in one datagram of UDP. RFC 48/RADISH leaves that to the transport; this is libzmq's form.
 *
 * <pre>
 *  0        1            1 + length
 *  +--------+------------+---------- -
 *  | length | group      | body
 *  +--------+------------+---------- -
 *     u8      0 to 255     to the end of the datagram
 * </pre>
 */
public final class GroupDatagram {
    /** The most octets of a datagram: libzmq cuts off what it receives beyond, without a word. */
    public static final int LONGEST = 8192;

    private static final int LONGEST_GROUP = 255;

    private GroupDatagram() {}

    /**
     * Reads a datagram.
     *
     * @param datagram its octets; lent
     * @return a message of two parts on the heap, group and body; empty if the datagram is too long, or ends before its group does
     */
    public static Optional<ZmtpMessage> read(ByteBuf datagram) {
        int start = datagram.readerIndex() + 1;
        int octets = datagram.readableBytes() - 1;
        if (octets < 0 || octets >= LONGEST) {
            return Optional.empty();
        }
        int group = datagram.getUnsignedByte(start - 1);
        if (group > octets) {
            return Optional.empty();
        }
        return Optional.of(ZmtpMessage.copyOf(
                ByteBufUtil.getBytes(datagram, start, group), ByteBufUtil.getBytes(datagram, start + group, octets - group)));
    }

    /**
     * Writes a datagram.
     *
     * @param message lent
     * @param allocator where the buffer comes from
     * @return a buffer of the caller's; empty if the message is not a group and a body, or too long
     */
    public static Optional<ByteBuf> write(ZmtpMessage message, ByteBufAllocator allocator) {
        long octets = 1 + message.octets();
        if (message.size() != 2 || message.part(0).readableBytes() > LONGEST_GROUP || octets > LONGEST) {
            return Optional.empty();
        }
        ByteBuf group = message.part(0);
        ByteBuf body = message.part(1);
        return Optional.of(allocator.ioBuffer((int) octets)
                .writeByte(group.readableBytes())
                .writeBytes(group, group.readerIndex(), group.readableBytes())
                .writeBytes(body, body.readerIndex(), body.readableBytes()));
    }
}
