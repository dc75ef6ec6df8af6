package io.generaldomo.gdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a client asks or a worker answers: a body of zero or more frames, on the heap (RFC 7/MDP, "request body", "reply body").
 *
 * <p>Immutable and thread-safe. It has no reference count, nothing needs to be released.
 */
public final class GdpMessage {
    /** The message without a frame. */
    public static final GdpMessage EMPTY = new GdpMessage(new byte[0][]);

    private final byte[][] frames;

    private GdpMessage(byte[][] frames) {
        this.frames = frames;
    }

    /**
     * A message of these frames.
     *
     * @param frames zero or more frames, each of any length; copied
     * @return the message
     */
    public static GdpMessage of(byte[]... frames) {
        byte[][] copies = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            copies[i] = frames[i].clone();
        }
        return new GdpMessage(copies);
    }

    /**
     * A message of texts.
     *
     * @param frames zero or more frames, encoded in UTF-8
     * @return the message
     */
    public static GdpMessage ofUtf8(String... frames) {
        byte[][] encoded = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            encoded[i] = frames[i].getBytes(UTF_8);
        }
        return new GdpMessage(encoded);
    }

    /**
     * A message of these very arrays, for callers who would rather not have large frames copied.
     *
     * @param frames zero or more frames; not copied, so nobody may write to them from now on
     * @return the message
     */
    public static GdpMessage wrap(byte[]... frames) {
        return new GdpMessage(frames.clone());
    }

    /**
     * One message with the frames of several, in order.
     *
     * @param messages zero or more
     * @return the message; no frame is copied
     */
    public static GdpMessage join(List<GdpMessage> messages) {
        if (messages.size() == 1) {
            return messages.get(0);
        }
        List<byte[]> all = new ArrayList<>();
        for (GdpMessage message : messages) {
            Collections.addAll(all, message.frames);
        }
        return new GdpMessage(all.toArray(byte[][]::new));
    }

    /**
     * The number of frames.
     *
     * @return zero or more
     */
    public int size() {
        return frames.length;
    }

    /**
     * The octets of a frame.
     *
     * @param index 0 to {@link #size()} - 1
     * @return a copy
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    public byte[] frame(int index) {
        return frames[index].clone();
    }

    /**
     * A view of a frame, without copying it.
     *
     * @param index 0 to {@link #size()} - 1
     * @return a read-only buffer from the first to the last octet of the frame
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    public ByteBuffer buffer(int index) {
        return ByteBuffer.wrap(frames[index]).asReadOnlyBuffer();
    }

    /**
     * A frame read as text.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the frame decoded as UTF-8, malformed input replaced
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    public String utf8(int index) {
        return new String(frames[index], UTF_8);
    }

    /**
     * The length of all frames together.
     *
     * @return octets, without any header
     */
    public long octets() {
        long sum = 0;
        for (byte[] frame : frames) {
            sum += frame.length;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GdpMessage that && Arrays.deepEquals(frames, that.frames);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(frames);
    }

    /** Frame count and lengths; never the content, which may be confidential. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("GdpMessage[");
        for (int i = 0; i < frames.length; i++) {
            text.append(i == 0 ? "" : " | ").append(frames[i].length);
        }
        return text.append(" octets]").toString();
    }
}
