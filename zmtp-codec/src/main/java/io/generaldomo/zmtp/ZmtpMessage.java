package io.generaldomo.zmtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.AbstractReferenceCounted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
    private static final ByteBuf[] NONE = {};
    private static final int MOST_PINNED = 8;

    /** Most messages have one part, and those that are many have; it needs no array. */
    private final ByteBuf first;

    private final ByteBuf[] others;

    private ZmtpMessage(ByteBuf first, ByteBuf[] others) {
        this.first = first;
        this.others = others;
    }

    /**
     * A message made of this part.
     *
     * @param part a buffer, from its reader to its writer index; its reference passes to the message
     * @return a message with a reference count of one
     */
    public static ZmtpMessage of(ByteBuf part) {
        return new ZmtpMessage(part, NONE);
    }

    /**
     * A message made of these parts.
     *
     * @param parts one or more buffers, each from its reader to its writer index; their references pass to the message
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage of(ByteBuf... parts) {
        return of(Arrays.asList(parts));
    }

    /**
     * A message made of these parts.
     *
     * @param parts one or more buffers, each from its reader to its writer index; their references pass to the message
     * @return a message with a reference count of one
     * @throws IllegalArgumentException if there is no part
     */
    public static ZmtpMessage of(List<ByteBuf> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one part");
        }
        return new ZmtpMessage(parts.get(0), parts.size() == 1 ? NONE : parts.subList(1, parts.size()).toArray(ByteBuf[]::new));
    }

    /**
     * A message of one part, on the heap.
     *
     * @param part copied
     * @return a message with a reference count of one
     */
    public static ZmtpMessage copyOf(byte[] part) {
        return of(Unpooled.wrappedBuffer(part.clone()));
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
        return of(buffers);
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
        return of(buffers);
    }

    /**
     * The number of parts.
     *
     * @return one or more
     */
    public int size() {
        return 1 + others.length;
    }

    /**
     * Lends a part: valid as long as the caller holds the message, and not to be released.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the part, from its reader to its writer index
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public ByteBuf part(int index) {
        return index == 0 ? first : others[index - 1];
    }

    /**
     * Copies a part to the heap.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the octets of the part
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public byte[] bytes(int index) {
        return ByteBufUtil.getBytes(part(index));
    }

    /**
     * Reads a part as text.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the part decoded as UTF-8, malformed input replaced
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public String utf8(int index) {
        return part(index).toString(UTF_8);
    }

    /**
     * The length of all parts together.
     *
     * @return octets, without frame headers
     */
    public long octets() {
        long sum = first.readableBytes();
        for (ByteBuf part : others) {
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
        List<ByteBuf> tail = new ArrayList<>(size());
        for (int i = index; i < size(); i++) {
            tail.add(part(i));
        }
        ZmtpMessage message = of(tail);
        tail.forEach(ByteBuf::retain);
        return message;
    }

    /**
     * Puts parts in front of this message. Consumes this message.
     *
     * @param head buffers whose references pass to the new message
     * @return a message of {@code head} followed by the parts of this one
     */
    public ZmtpMessage prefixedBy(ByteBuf... head) {
        List<ByteBuf> all = new ArrayList<>(head.length + size());
        Collections.addAll(all, head);
        for (int i = 0; i < size(); i++) {
            all.add(part(i).retain());
        }
        release();
        return of(all);
    }

    /**
     * Makes this message fit to wait in a queue: parts that are small beside the buffer they were cut from are copied, so that a few octets do
     * not keep a whole read buffer alive. What waits keeps at the most eight times its own length. Consumes this message.
     *
     * @return this message, or one with the same octets in buffers of their own
     */
    public ZmtpMessage compacted() {
        long pinned = 0;
        ByteBuf previous = null;
        for (int i = 0; i < size(); i++) {
            ByteBuf root = root(part(i));
            if (root != previous) {
                pinned += root.capacity();
                previous = root;
            }
        }
        if (pinned <= MOST_PINNED * octets() + 64) {
            return this;
        }
        List<ByteBuf> copies = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            copies.add(Unpooled.copiedBuffer(part(i)));
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
        first.release();
        for (ByteBuf part : others) {
            part.release();
        }
    }

    @Override
    public ZmtpMessage touch(Object hint) {
        first.touch(hint);
        for (ByteBuf part : others) {
            part.touch(hint);
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
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : " | ").append(part(i).readableBytes());
        }
        return text.append(" octets]").toString();
    }
}
