package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each frame as a part of a message. Those that are not the body's lie one behind the other in a buffer, of which each part is a slice. */
final class PartsWriter implements FrameWriter {
    private static final int CAPACITY = 64;

    private final List<ByteBuf> parts = new ArrayList<>(8);
    private ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
    private @Nullable ByteBuf head;

    /** Begins another message; the last one was finished or discarded. */
    PartsWriter begin(ByteBufAllocator itsAllocator) {
        allocator = itsAllocator;
        return this;
    }

    @Override
    public void frame(byte[] octets) {
        add(head().writeBytes(octets), octets.length);
    }

    @Override
    public void empty() {
        parts.add(Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void number(int number) {
        add(head().writeByte(number), 1);
    }

    @Override
    public void number32(int number) {
        add(head().writeInt(number), Integer.BYTES);
    }

    @Override
    public void service(ServiceName service) {
        ByteBuf out = head();
        service.writeTo(out);
        add(out, service.length());
    }

    @Override
    public void address(Address address) {
        ByteBuf out = head();
        address.writeTo(out);
        add(out, address.length());
        empty();
    }

    @Override
    public void frames(Body body) {
        Collections.addAll(parts, body.sharedParts());
    }

    @Override
    public ZmtpMessage finish() {
        ZmtpMessage message = ZmtpMessage.of(parts);
        parts.clear();
        discard();
        return message;
    }

    @Override
    public void discard() {
        parts.forEach(ByteBuf::release);
        parts.clear();
        if (head != null) {
            head.release();
            head = null;
        }
    }

    /** On the heap: it is copied to where sockets write from together with all else that is small. */
    private ByteBuf head() {
        ByteBuf out = head;
        if (out == null) {
            out = head = allocator.heapBuffer(CAPACITY);
        }
        return out;
    }

    /** What was written last is a part. */
    private void add(ByteBuf out, int length) {
        parts.add(out.retainedSlice(out.writerIndex() - length, length));
    }
}
