package io.generaldomo.zmtp.handler;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one greeting or frame that a connection has received a piece of, and nothing behind it. Confined to the channel's event loop.
 *
 * <p>Room is made for what has come, not for what was declared: for twice as many octets at the most.
 */
final class Unfinished {
    /** The length of a unit whose header is not there yet. */
    static final long UNKNOWN = -1;

    private static final int LONGEST_HEADER = 64;

    private @Nullable ByteBuf octets;
    private long length = UNKNOWN;

    boolean isEmpty() {
        return octets == null;
    }

    void begin(ByteBufAllocator allocator) {
        octets = allocator.buffer(LONGEST_HEADER);
        length = UNKNOWN;
    }

    /**
     * Takes what belongs to the unit.
     *
     * @param in what came; consumed up to the end of the unit
     * @param lengthOf tells the length of the unit that begins in a buffer, or {@link #UNKNOWN}
     * @return the whole unit, whose reference passes to the caller; null as long as it is not whole
     */
    @Nullable ByteBuf goOn(ByteBuf in, ToLongFunction<ByteBuf> lengthOf) {
        ByteBuf held = octets;
        if (held == null) {
            throw new IllegalStateException("nothing has begun");
        }
        while (length == UNKNOWN && in.isReadable()) {
            held.writeByte(in.readByte());
            length = lengthOf.applyAsLong(held);
            if (length != UNKNOWN) {
                held = roomy(held, in.readableBytes());
            }
        }
        if (length != UNKNOWN) {
            int piece = (int) Math.min(length - held.readableBytes(), in.readableBytes());
            held.writeBytes(in, piece);
        }
        if (held.readableBytes() != length) {
            return null;
        }
        octets = null;
        return held;
    }

    private ByteBuf roomy(ByteBuf header, int come) {
        int capacity = (int) Math.min(length, 2L * (header.readableBytes() + come));
        if (capacity <= header.capacity()) {
            return header;
        }
        ByteBuf room = header.alloc().buffer(capacity).writeBytes(header);
        header.release();
        octets = room;
        return room;
    }

    void drop() {
        if (octets != null) {
            octets.release();
            octets = null;
        }
    }
}
