package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frames that a client and a worker exchange and the broker only forwards: zero or more, in the form in which they came.
 *
 * <p>Either each frame is a buffer of its own, as a multi-part message brings them, or all are packed into one buffer. Going to a peer of the
 * same kind costs nothing, going to one of another kind costs headers: large frames are never copied.
 *
 * <p><b>Ownership.</b> Whoever receives a body owns one reference and releases it once. Whoever keeps a body while it is also being sent
 * retains it first; then the two share the octets, never the indices. <b>Threads.</b> For one thread at a time, the count of references included.
 */
public final class Body {
    /**
     * The most frames that a body may have. A packed frame can be a single octet on the wire but becomes objects in memory, so that a length
     * alone bounds nothing; and a body that one peer may send has to fit, with any dialect's head, into the 1,024 parts that another accepts.
     */
    public static final int MAX_FRAMES = 1000;

    private static final ByteBuf[] NO_PARTS = {};

    private final ByteBuf[] parts;
    private final @Nullable ByteBuf packed;
    /** Of what is packed, or is to be. */
    private final Packing packing;
    /** Where the first frame begins in what is packed: in front of it may be the head of the message that it came in. */
    private final int start;

    private int references = 1;

    private Body(ByteBuf[] parts, Packing packing, @Nullable ByteBuf packed, int start) {
        this.parts = parts;
        this.packing = packing;
        this.packed = packed;
        this.start = start;
    }

    /**
     * A body without a frame.
     *
     * @return a body with a reference count of one
     */
    public static Body empty() {
        return wrap(NO_PARTS);
    }

    /**
     * A body whose frames are buffers of their own.
     *
     * @param parts zero or more buffers, each from its reader to its writer index; their references pass to the body
     * @return a body with a reference count of one
     */
    public static Body ofParts(ByteBuf... parts) {
        return wrap(parts.clone());
    }

    /** As {@link #ofParts}, of this very array. */
    static Body wrap(ByteBuf[] parts) {
        return new Body(parts, Packing.MME, null, 0);
    }

    /**
     * A body whose frames are packed.
     *
     * @param packed all frames, from the reader to the writer index; its reference passes to the body, and is released on failure
     * @throws GdpException MALFORMED if a frame is truncated, or there are more than {@link #MAX_FRAMES}
     */
    static Body ofPacked(Packing packing, ByteBuf packed) {
        try {
            new PackedReader(packing, packed).skipAll();
            return ofChecked(packing, packed, packed.readerIndex());
        } catch (GdpException malformed) {
            packed.release();
            throw malformed;
        }
    }

    /** As {@link #ofPacked}, for frames that begin here and were just read through. */
    static Body ofChecked(Packing packing, ByteBuf packed, int start) {
        return new Body(NO_PARTS, packing, packed, start);
    }

    /**
     * A body with the content of a message.
     *
     * @param message the frames; copied
     * @return a body with a reference count of one
     */
    public static Body of(GdpMessage message) {
        ByteBuf[] parts = new ByteBuf[message.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Unpooled.wrappedBuffer(message.frame(i));
        }
        return wrap(parts);
    }

    /**
     * One body with the frames of several, in order. Nothing is copied. Consumes them.
     *
     * @param bodies zero or more, of {@link #MAX_FRAMES} frames together at the most, if a peer such as ours is to take the result
     * @return a body with a reference count of one
     */
    public static Body join(List<Body> bodies) {
        List<ByteBuf> parts = new ArrayList<>();
        for (Body body : bodies) {
            Collections.addAll(parts, body.intoParts());
        }
        return wrap(parts.toArray(ByteBuf[]::new));
    }

    /**
     * The number of frames.
     *
     * @return zero or more
     */
    public int size() {
        return packed == null ? parts.length : new PackedReader(packing, packed, start).skipAll();
    }

    /**
     * Whether there is no frame at all.
     *
     * @return true if {@link #size()} is zero
     */
    public boolean isEmpty() {
        return packed == null ? parts.length == 0 : packed.writerIndex() == start;
    }

    /**
     * The length of this body, for accounts and limits.
     *
     * @return octets of all frames, with their headers where they are packed
     */
    public long octets() {
        if (packed != null) {
            return packed.writerIndex() - start;
        }
        long sum = 0;
        for (ByteBuf part : parts) {
            sum += part.readableBytes();
        }
        return sum;
    }

    /**
     * Copies the content to the heap. Keeps the reference.
     *
     * @return the frames
     */
    public GdpMessage toGdpMessage() {
        byte[][] copies = new byte[size()][];
        if (packed == null) {
            for (int i = 0; i < copies.length; i++) {
                copies[i] = ByteBufUtil.getBytes(parts[i]);
            }
        } else {
            PackedReader reader = new PackedReader(packing, packed, start);
            for (int i = 0; i < copies.length; i++) {
                reader.advance();
                copies[i] = ByteBufUtil.getBytes(packed, reader.start(), reader.length());
            }
        }
        return GdpMessage.wrap(copies);
    }

    /**
     * Copies one frame to the heap. Keeps the reference.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the octets of the frame
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    public byte[] bytes(int index) {
        Objects.checkIndex(index, size());
        if (packed == null) {
            return ByteBufUtil.getBytes(parts[index]);
        }
        PackedReader reader = new PackedReader(packing, packed, start);
        for (int i = 0; i <= index; i++) {
            reader.advance();
        }
        return ByteBufUtil.getBytes(packed, reader.start(), reader.length());
    }

    /**
     * The frames as buffers of their own. Consumes this reference.
     *
     * @return one buffer a frame, with indices that nobody else moves; the references pass to the caller
     */
    public ByteBuf[] intoParts() {
        ByteBuf[] own = sharedParts();
        release();
        return own;
    }

    /** As {@link #intoParts()}, except that the caller still has to give up its reference, before it uses the buffers. */
    ByteBuf[] sharedParts() {
        ByteBuf[] shared = new ByteBuf[size()];
        if (packed != null) {
            PackedReader reader = new PackedReader(packing, packed, start);
            for (int i = 0; i < shared.length; i++) {
                shared[i] = reader.next().retain();
            }
            return shared;
        }
        // A write moves the reader index of what it writes. Only who holds the last reference may give the buffers themselves away.
        boolean last = references == 1;
        for (int i = 0; i < shared.length; i++) {
            shared[i] = last ? parts[i].retain() : parts[i].retainedDuplicate();
        }
        return shared;
    }

    /** Appends the frames to what is being packed. Keeps the reference. */
    void writeTo(PackedWriter out) {
        if (packed == null) {
            for (ByteBuf part : parts) {
                out.frame(part);
            }
        } else if (out.packing() == packing) {
            out.octets(packed, start, packed.writerIndex() - start);
        } else {
            PackedReader reader = new PackedReader(packing, packed, start);
            while (reader.hasNext()) {
                out.frame(reader.next());
            }
        }
    }

    /**
     * Makes this body fit to wait in a queue: if it is small beside the buffers that it was cut from it is copied, so that a few octets do not
     * keep a whole read buffer alive. Consumes this reference.
     *
     * @return this body, or one with the same frames in a buffer of their own
     */
    public Body compacted() {
        if (!pinsTooMuch()) {
            return this;
        }
        long length = octets() + (long) Packing.LONGEST_HEADER * parts.length;
        ByteBufAllocator allocator = packed == null ? parts[0].alloc() : packed.alloc();
        ByteBuf copy = allocator.heapBuffer((int) Math.min(Integer.MAX_VALUE, length));
        if (packed != null) {
            copy.writeBytes(packed, start, packed.writerIndex() - start);
        }
        for (ByteBuf part : parts) {
            packing.writeHeader(copy, part.readableBytes());
            copy.writeBytes(part, part.readerIndex(), part.readableBytes());
        }
        release();
        return ofChecked(packing, copy, 0);
    }

    private boolean pinsTooMuch() {
        long pinned = packed == null ? 0 : root(packed).capacity();
        ByteBuf previous = null;
        for (ByteBuf part : parts) {
            ByteBuf root = root(part);
            if (root != previous) {
                pinned += root.capacity();
                previous = root;
            }
        }
        return pinned > 2 * octets() + 64;
    }

    private static ByteBuf root(ByteBuf buffer) {
        ByteBuf root = buffer;
        while (root.unwrap() != null) {
            root = root.unwrap();
        }
        return root;
    }

    /**
     * The number of references.
     *
     * @return zero if all were released
     */
    public int refCnt() {
        return references;
    }

    /**
     * Adds a reference.
     *
     * @return this body
     */
    public Body retain() {
        requireAlive();
        references++;
        return this;
    }

    /** Gives up a reference; the buffers with the last one. */
    public void release() {
        requireAlive();
        references--;
        if (references > 0) {
            return;
        }
        if (packed != null) {
            packed.release();
        }
        for (ByteBuf part : parts) {
            part.release();
        }
    }

    private void requireAlive() {
        if (references == 0) {
            throw new IllegalReferenceCountException("a body that was released");
        }
    }

    /** Frame count and length; never the content, which may be confidential. */
    @Override
    public String toString() {
        return "Body[" + size() + " frames, " + octets() + " octets]";
    }
}
