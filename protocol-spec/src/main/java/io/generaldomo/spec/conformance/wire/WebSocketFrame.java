package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;

import java.util.Arrays;

/**
 * A frame of WebSocket (RFC 6455, 5.2) that was received; and octets of such frames, well formed or not.
 *
 * @param first    the octet with FIN, the reserved bits and the opcode
 * @param mask     four octets, or none
 * @param lengthIn how many octets told the length: 1, 3 or 9
 * @param payload  its octets without the mask, not to be changed
 */
public record WebSocketFrame(int first, byte[] mask, int lengthIn, byte[] payload) {
    /** First octet of a message of octets in one frame. */
    public static final int BINARY = 0x82;
    /** First octet of a message of text in one frame. */
    public static final int TEXT = 0x81;
    /** First octet of the last fragment of a message, unless it is the only one. */
    public static final int LAST_FRAGMENT = 0x80;
    /** First octet of Close. */
    public static final int CLOSE = 0x88;
    /** First octet of Ping. */
    public static final int PING = 0x89;
    /** First octet of Pong. */
    public static final int PONG = 0x8a;
    /** The bit that the last fragment of a message has. */
    public static final int FIN = 0x80;
    /** Flag of 45/ZWS, in the first octet of the payload: not the last frame of its message. */
    public static final int MORE = 1;
    /** Flag of 45/ZWS: a command. */
    public static final int COMMAND = 2;

    private static final byte[] MASK = hex("37 fa 21 3d");
    private static final byte[] NONE = {};

    /**
     * A frame as clients send it.
     *
     * @param first   its first octet
     * @param payload of it
     * @return octets, with always the same mask
     */
    public static byte[] masked(int first, byte[] payload) {
        return join(header(first, 0x80, payload.length), MASK, exclusiveOr(payload, MASK));
    }

    /**
     * A frame as servers send it.
     *
     * @param first   its first octet
     * @param payload of it
     * @return octets
     */
    public static byte[] unmasked(int first, byte[] payload) {
        return join(header(first, 0, payload.length), payload);
    }

    private static byte[] header(int first, int masked, int length) {
        byte[] size = length < 126 ? number(masked | length, 1)
                : length < 65_536 ? join(number(masked | 126, 1), number(length, 2)) : join(number(masked | 127, 1), number(length, 8));
        return join(number(first, 1), size);
    }

    /**
     * The head of a binary message whose length takes eight octets, and its mask.
     *
     * @param isMasked whether it is a client's
     * @param length   that it declares, read as unsigned
     * @return octets
     */
    public static byte[] declaring(boolean isMasked, long length) {
        return join(number(BINARY, 1), number(isMasked ? 0xff : 0x7f, 1), number(length, 8), isMasked ? MASK : NONE);
    }

    /**
     * Masks octets, or unmasks them.
     *
     * @param octets to be changed
     * @param mask   four octets, or none
     * @return other octets
     */
    public static byte[] exclusiveOr(byte[] octets, byte[] mask) {
        byte[] changed = octets.clone();
        for (int at = 0; at < changed.length && mask.length > 0; at++) {
            changed[at] ^= mask[at % mask.length];
        }
        return changed;
    }

    /**
     * Whether it is a message in one frame, of octets, with something in it.
     *
     * @return true if so
     */
    public boolean isBinary() {
        return first == BINARY && payload.length > 0;
    }

    /**
     * Whether the shortest form that there is tells its length.
     *
     * @return true if so
     */
    public boolean isShortest() {
        return lengthIn == (payload.length < 126 ? 1 : payload.length < 65_536 ? 3 : 9);
    }

    /**
     * What ZMTP makes of a binary message.
     *
     * @return the frame, with ZMTP's flags for those of 45/ZWS
     */
    public Frame zmtp() {
        byte[] body = Arrays.copyOfRange(payload, 1, payload.length);
        int flags = payload[0] & 0xff;
        return new Frame(flags & MORE | ((flags & COMMAND) == 0 ? 0 : Zmtp.COMMAND), body);
    }

    /** What it is, in a few words. */
    @Override
    public String toString() {
        return isBinary() ? zmtp().toString() : "a WebSocket frame that begins with " + Printable.hex(number(first, 1)) + ", of " + payload.length + " octets";
    }
}
