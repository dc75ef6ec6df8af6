package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames that a client and a worker exchange and the broker only forwards: zero or more, in the form in which they came.
 *
 * <p>Either each frame is a buffer of its own, as a multi-part message brings them, or all are packed into one buffer. Going to a peer of the
 * same kind costs nothing, going to one of another kind costs headers: large frames are never copied.
 *
 * <p><b>Ownership.</b> Whoever receives a body owns one reference and releases it once. Whoever keeps a body while it is also being sent
 * retains it first; then the two share the octets, never the indices. <b>Threads.</b> The reference count is thread-safe; everything else is for one
 * thread at a time.
 */
public final class Body extends AbstractReferenceCounted {
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

    private final int frames;

    private Body(ByteBuf[] parts) {
        this(parts, Packing.MME, null, parts.length);
    }

    private Body(ByteBuf[] parts, Packing packing, @Nullable ByteBuf packed, int frames) {
        this.parts = parts;
        this.packing = packing;
        this.packed = packed;
        this.frames = frames;
    }

    /**
     * A body without a frame.
     *
     * @return a body with a reference count of one
     */
    public static Body empty() {
        return new Body(NO_PARTS);
    }

    /**
     * A body whose frames are buffers of their own.
     *
     * @param parts zero or more buffers, each from its reader to its writer index; their references pass to the body
     * @return a body with a reference count of one
     */
    public static Body ofParts(ByteBuf... parts) {
        return new Body(parts.clone());
    }

    /**
     * A body whose frames are packed.
     *
     * @param packed all frames, from the reader to the writer index; its reference passes to the body, and is released on failure
     * @throws GdpException MALFORMED if a frame is truncated, or there are more than {@link #MAX_FRAMES}
     */
    static Body ofPacked(Packing packing, ByteBuf packed) {
        try {
            return ofChecked(packing, packed, new PackedReader(packing, packed).skipAll());
        } catch (GdpException malformed) {
            packed.release();
            throw malformed;
        }
    }

    /** As {@link #ofPacked}, for octets that were just read through and counted. */
    static Body ofChecked(Packing packing, ByteBuf packed, int frames) {
        return new Body(NO_PARTS, packing, packed, frames);
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
        return new Body(parts);
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
        return ofParts(parts.toArray(ByteBuf[]::new));
    }

    /**
     * The number of frames.
     *
     * @return zero or more
     */
    public int size() {
        return frames;
    }

    /**
     * The length of this body, for accounts and limits.
     *
     * @return octets of all frames, with their headers where they are packed
     */
    public long octets() {
        if (packed != null) {
            return packed.readableBytes();
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
        byte[][] copies = new byte[frames][];
        if (packed == null) {
            for (int i = 0; i < frames; i++) {
                copies[i] = ByteBufUtil.getBytes(parts[i]);
            }
        } else {
            PackedReader reader = new PackedReader(packing, packed);
            for (int i = 0; i < frames; i++) {
                copies[i] = ByteBufUtil.getBytes(reader.next());
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
        if (packed == null || index < 0 || index >= frames) {
            return ByteBufUtil.getBytes(parts[index]);
        }
        PackedReader reader = new PackedReader(packing, packed);
        for (int i = 0; i < index; i++) {
            reader.next();
        }
        return ByteBufUtil.getBytes(reader.next());
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
        ByteBuf[] shared = new ByteBuf[frames];
        if (packed != null) {
            PackedReader reader = new PackedReader(packing, packed);
            for (int i = 0; i < frames; i++) {
                shared[i] = reader.next().retain();
            }
            return shared;
        }
        // A write moves the reader index of what it writes. Only who holds the last reference may give the buffers themselves away.
        boolean last = refCnt() == 1;
        for (int i = 0; i < frames; i++) {
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
            out.octets(packed);
        } else {
            PackedReader reader = new PackedReader(packing, packed);
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
        ByteBuf copy = Unpooled.buffer((int) Math.min(Integer.MAX_VALUE, octets() + (long) Packing.LONGEST_HEADER * parts.length));
        if (packed != null) {
            copy.writeBytes(packed, packed.readerIndex(), packed.readableBytes());
        }
        for (ByteBuf part : parts) {
            packing.writeHeader(copy, part.readableBytes());
            copy.writeBytes(part, part.readerIndex(), part.readableBytes());
        }
        release();
        return ofChecked(packing, copy, frames);
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

    @Override
    protected void deallocate() {
        if (packed != null) {
            packed.release();
        }
        for (ByteBuf part : parts) {
            part.release();
        }
    }

    @Override
    public Body touch(Object hint) {
        if (packed != null) {
            ReferenceCountUtil.touch(packed, hint);
        }
        for (ByteBuf part : parts) {
            ReferenceCountUtil.touch(part, hint);
        }
        return this;
    }

    @Override
    public Body retain() {
        super.retain();
        return this;
    }

    @Override
    public Body retain(int increment) {
        super.retain(increment);
        return this;
    }

    /** Frame count and length; never the content, which may be confidential. */
    @Override
    public String toString() {
        return "Body[" + frames + " frames, " + octets() + " octets]";
    }
}
