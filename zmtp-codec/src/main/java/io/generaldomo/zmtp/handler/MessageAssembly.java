package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames to whole messages, within the limits. Confined to the channel's event loop. */
final class MessageAssembly {
    private final FrameLimits limits;
    private final int heapPartsUpTo;
    private final List<ByteBuf> parts = new ArrayList<>(2);
    /** Octets of the message under way, and of the commands between its frames: else a peer could PING in a message without end. */
    private long octets;

    /**
     * An assembly of nothing yet.
     *
     * @param heapPartsUpTo parts of so many octets at the most are copied to the heap, others share the octets that were read
     */
    MessageAssembly(FrameLimits limits, int heapPartsUpTo) {
        this.limits = limits;
        this.heapPartsUpTo = heapPartsUpTo;
    }

    /** Judges a frame by its declared size, which is negative where it is 2^63 or more. */
    void requireRoom(long size) {
        limits.requireFrameSize(size);
        limits.requireMessageSize(octets + size);
        limits.requireAnotherPart(parts.size());
    }

    /** Adds a part, which is consumed; returns the message that it completes, or null. */
    @Nullable ZmtpMessage add(ByteBuf in, int size, boolean more) {
        octets += size;
        limits.requireMessageSize(octets);
        ByteBuf part = part(in, size);
        if (more) {
            parts.add(part);
            return null;
        }
        octets = 0;
        if (parts.isEmpty()) {
            return ZmtpMessage.of(part);
        }
        parts.add(part);
        ZmtpMessage message = ZmtpMessage.of(parts);
        parts.clear();
        return message;
    }

    private ByteBuf part(ByteBuf in, int size) {
        if (size == 0) {
            return Unpooled.EMPTY_BUFFER;
        }
        if (size > heapPartsUpTo) {
            return in.readRetainedSlice(size);
        }
        byte[] copy = new byte[size];
        in.readBytes(copy);
        return Unpooled.wrappedBuffer(copy);
    }

    /** A command came; between two frames it counts for the message. */
    void interrupt(int size) {
        if (!parts.isEmpty()) {
            octets += size;
            limits.requireMessageSize(octets);
        }
    }

    void drop() {
        parts.forEach(ByteBuf::release);
        parts.clear();
    }
}
