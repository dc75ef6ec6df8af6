package io.generaldomo.zmtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message of one or more parts, delivered whole (RFC 23/ZMTP, "message").
 *
 * <p>This is what travels a pipeline above the codec, in both directions.
 *
 * <p><b>Ownership.</b> Whoever receives a message owns one reference and releases it once; writing a message to a channel or sending it on a
 * socket consumes that reference, also when it fails. {@link #part(int)} only lends.
 *
 * <p><b>Threads.</b> The parts and their indices may be read by one thread at a time; the reference count is thread-safe.
 */
public final class ZmtpMessage extends AbstractReferenceCounted {
    private final ByteBuf[] parts;

    private ZmtpMessage(ByteBuf[] parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a message has at least one part");
        }
        this.parts = parts;
    }

    /**
     * A message made of these parts.
     *
     * @param parts one or more buffers, each from its reader to its writer index; their references pass to the message
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage of(ByteBuf... parts) {
        return new ZmtpMessage(parts.clone());
    }

    /**
     * A message made of these parts.
     *
     * @param parts one or more buffers, each from its reader to its writer index; their references pass to the message
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage of(List<ByteBuf> parts) {
        return new ZmtpMessage(parts.toArray(ByteBuf[]::new));
    }

    /**
     * A message on the heap.
     *
     * @param parts one or more parts; copied
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage copyOf(byte[]... parts) {
        ByteBuf[] buffers = new ByteBuf[parts.length];
        for (int i = 0; i < parts.length; i++) {
            buffers[i] = Unpooled.copiedBuffer(parts[i]);
        }
        return new ZmtpMessage(buffers);
    }

    /**
     * A message of texts, on the heap.
     *
     * @param parts one or more parts, encoded in UTF-8
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage ofUtf8(String... parts) {
        ByteBuf[] buffers = new ByteBuf[parts.length];
        for (int i = 0; i < parts.length; i++) {
            buffers[i] = Unpooled.copiedBuffer(parts[i], UTF_8);
        }
        return new ZmtpMessage(buffers);
    }

    /**
     * The number of parts.
     *
     * @return one or more
     */
    public int size() {
        return parts.length;
    }

    /**
     * Lends a part: valid as long as the caller holds the message, and not to be released.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the part, from its reader to its writer index
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public ByteBuf part(int index) {
        return parts[index];
    }

    /**
     * Copies a part to the heap.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the octets of the part
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public byte[] bytes(int index) {
        return ByteBufUtil.getBytes(parts[index]);
    }

    /**
     * Reads a part as text.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the part decoded as UTF-8, malformed input replaced
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public String utf8(int index) {
        return parts[index].toString(UTF_8);
    }

    /**
     * The length of all parts together.
     *
     * @return octets, without frame headers
     */
    public long octets() {
        long sum = 0;
        for (ByteBuf part : parts) {
            sum += part.readableBytes();
        }
        return sum;
    }

    /**
     * The parts from an index on, as a message of their own that shares the octets.
     *
     * @param index 0 to {@link #size()} - 1
     * @return a message with a reference of its own; this one keeps its reference
     * @throws IllegalArgumentException if no part is left
     */
    public ZmtpMessage retainedFrom(int index) {
        ZmtpMessage tail = new ZmtpMessage(Arrays.copyOfRange(parts, index, parts.length));
        for (ByteBuf part : tail.parts) {
            part.retain();
        }
        return tail;
    }

    /**
     * Puts parts in front of this message. Consumes this message.
     *
     * @param head buffers whose references pass to the new message
     * @return a message of {@code head} followed by the parts of this one
     */
    public ZmtpMessage prefixedBy(ByteBuf... head) {
        ByteBuf[] all = Arrays.copyOf(head, head.length + parts.length);
        System.arraycopy(parts, 0, all, head.length, parts.length);
        for (ByteBuf part : parts) {
            part.retain();
        }
        release();
        return new ZmtpMessage(all);
    }

    /**
     * Makes this message fit to wait in a queue: parts that are small beside the buffer they were cut from are copied, so that a few octets do
     * not keep a whole read buffer alive. Consumes this message.
     *
     * @return this message, or one with the same octets in buffers of their own
     */
    public ZmtpMessage compacted() {
        long pinned = 0;
        ByteBuf previous = null;
        for (ByteBuf part : parts) {
            ByteBuf root = root(part);
            if (root != previous) {
                pinned += root.capacity();
                previous = root;
            }
        }
        if (pinned <= 2 * octets() + 64) {
            return this;
        }
        List<ByteBuf> copies = new ArrayList<>(parts.length);
        for (ByteBuf part : parts) {
            copies.add(Unpooled.copiedBuffer(part));
        }
        release();
        return of(copies);
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
        for (ByteBuf part : parts) {
            part.release();
        }
    }

    @Override
    public ZmtpMessage touch(Object hint) {
        for (ByteBuf part : parts) {
            ReferenceCountUtil.touch(part, hint);
        }
        return this;
    }

    @Override
    public ZmtpMessage retain() {
        super.retain();
        return this;
    }

    @Override
    public ZmtpMessage retain(int increment) {
        super.retain(increment);
        return this;
    }

    /** Part count and lengths; never the content, which may be confidential. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("ZmtpMessage[");
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : " | ").append(parts[i].readableBytes());
        }
        return text.append(" octets]").toString();
    }
}
