package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Packs frames into one buffer. Headers and short frames are written one behind the other; long ones are not copied but
 * put between them.
 */
final class PackedWriter implements FrameWriter {
    /** Up to here copying is cheaper than another component, which costs objects and an entry in a gathering write. */
    static final int LONGEST_COPY = 1024;

    private static final int CAPACITY = 256;

    private Packing packing;
    private ByteBufAllocator allocator;
    private @Nullable ByteBuf open;
    private @Nullable CompositeByteBuf closed;

    PackedWriter(Packing packing, ByteBufAllocator allocator) {
        this.packing = packing;
        this.allocator = allocator;
    }

    /** Begins another message; the last one was finished or discarded. */
    PackedWriter begin(Packing another, ByteBufAllocator itsAllocator) {
        packing = another;
        allocator = itsAllocator;
        return this;
    }

    @Override
    public void frame(byte[] octets) {
        ByteBuf out = open();
        packing.writeHeader(out, octets.length);
        out.writeBytes(octets);
    }

    @Override
    public void empty() {
        packing.writeHeader(open(), 0);
    }

    @Override
    public void number(int number) {
        ByteBuf out = open();
        packing.writeHeader(out, 1);
        out.writeByte(number);
    }

    @Override
    public void number32(int number) {
        ByteBuf out = open();
        packing.writeHeader(out, Integer.BYTES);
        out.writeInt(number);
    }

    @Override
    public void service(ServiceName service) {
        ByteBuf out = open();
        packing.writeHeader(out, service.length());
        service.writeTo(out);
    }

    @Override
    public void address(Address address) {
        ByteBuf out = open();
        packing.writeHeader(out, address.length());
        address.writeTo(out);
        empty();
    }

    @Override
    public void frames(Body body) {
        body.writeTo(this);
    }

    /** How frames are packed here. */
    Packing packing() {
        return packing;
    }

    /** Appends a frame, which it borrows. */
    void frame(ByteBuf frame) {
        packing.writeHeader(open(), frame.readableBytes());
        octets(frame, frame.readerIndex(), frame.readableBytes());
    }

    /** Appends octets that are packed already in the same way, and which it borrows. */
    void octets(ByteBuf from, int start, int length) {
        if (length > LONGEST_COPY) {
            closeOpen().addComponent(true, from.retainedSlice(start, length));
        } else {
            open().writeBytes(from, start, length);
        }
    }

    @Override
    public ZmtpMessage finish() {
        ByteBuf packed = closed == null ? open() : closeOpen();
        open = null;
        closed = null;
        return ZmtpMessage.of(packed);
    }

    @Override
    public void discard() {
        if (open != null) {
            open.release();
            open = null;
        }
        if (closed != null) {
            closed.release();
            closed = null;
        }
    }

    private ByteBuf open() {
        ByteBuf out = open;
        if (out == null) {
            out = open = allocator.buffer(CAPACITY);
        }
        return out;
    }

    /** Puts what was written last behind what was closed before. */
    private CompositeByteBuf closeOpen() {
        CompositeByteBuf composite = closed;
        if (composite == null) {
            // Never consolidates: that would copy the very octets that are here in order not to be copied.
            composite = closed = allocator.compositeBuffer(Integer.MAX_VALUE);
        }
        ByteBuf last = open;
        if (last != null) {
            open = null;
            composite.addComponent(true, last);
        }
        return composite;
    }
}
