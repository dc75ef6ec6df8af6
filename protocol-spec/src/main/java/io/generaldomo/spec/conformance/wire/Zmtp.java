package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import java.util.Arrays;

/** Builds what goes over a connection of 37/ZMTP, well formed or not: nothing that is given is checked. Stateless. */
public final class Zmtp {
    /** Flag of a frame that is not the last of its message. */
    public static final int MORE = 1;
    /** Flag of a frame whose size takes eight octets. */
    public static final int LONG = 2;
    /** Flag of a command. */
    public static final int COMMAND = 4;

    private static final int MECHANISM = 20;
    private static final int FILLER = 31;

    private Zmtp() {}

    /**
     * A greeting of ZMTP 3.1, as a client of the mechanism sends it.
     *
     * @param mechanism its name
     * @return 64 octets
     */
    public static byte[] greeting(String mechanism) {
        return greeting(3, 1, mechanism, 0);
    }

    /**
     * A greeting.
     *
     * @param major     version
     * @param minor     version
     * @param mechanism its name, 20 octets at most
     * @param asServer  the octet that tells the role
     * @return 64 octets
     */
    public static byte[] greeting(int major, int minor, String mechanism, int asServer) {
        byte[] name = Arrays.copyOf(text(mechanism), MECHANISM);
        return join(signature(), number(major, 1), number(minor, 1), name, number(asServer, 1), new byte[FILLER]);
    }

    /**
     * The first ten octets of a greeting.
     *
     * @return the signature
     */
    public static byte[] signature() {
        return join(number(0xff, 1), number(1, 8), number(0x7f, 1));
    }

    /**
     * A frame, with the short form of its size where that will do.
     *
     * @param flags of it, without LONG
     * @param body  of it
     * @return its octets
     */
    public static byte[] frame(int flags, byte[] body) {
        return body.length > 255 ? longFrame(flags, body) : join(number(flags, 1), number(body.length, 1), body);
    }

    /**
     * A frame with the long form of its size.
     *
     * @param flags of it, without LONG
     * @param body  of it
     * @return its octets
     */
    public static byte[] longFrame(int flags, byte[] body) {
        return join(longHeader(flags, body.length), body);
    }

    /**
     * The header of a frame with the long form of its size.
     *
     * @param flags of it, without LONG
     * @param size  read as unsigned
     * @return nine octets
     */
    public static byte[] longHeader(int flags, long size) {
        return join(number(flags | LONG, 1), number(size, 8));
    }

    /**
     * A message.
     *
     * @param parts each goes into a frame
     * @return the octets of its frames
     */
    public static byte[] message(byte[]... parts) {
        byte[][] frames = new byte[parts.length][];
        for (int at = 0; at < parts.length; at++) {
            frames[at] = frame(at + 1 < parts.length ? MORE : 0, parts[at]);
        }
        return join(frames);
    }

    /**
     * A command in its frame.
     *
     * @param name of it
     * @param data what follows the name
     * @return the octets of the frame
     */
    public static byte[] command(String name, byte[]... data) {
        return frame(COMMAND, commandBody(name, data));
    }

    /**
     * A command without its frame, as it stands in the traffic of CURVE.
     *
     * @param name of it
     * @param data what follows the name
     * @return the octets of the body
     */
    public static byte[] commandBody(String name, byte[]... data) {
        return join(shortText(name), join(data));
    }

    /**
     * READY of the mechanisms NULL and PLAIN.
     *
     * @param socketType what it announces
     * @param more       further properties
     * @return the octets of the frame
     */
    public static byte[] ready(String socketType, byte[]... more) {
        return command("READY", property("Socket-Type", text(socketType)), join(more));
    }

    /**
     * A property of the metadata.
     *
     * @param name  of it
     * @param value of it
     * @return its octets
     */
    public static byte[] property(String name, byte[] value) {
        return join(shortText(name), number(value.length, 4), value);
    }

    /**
     * PING.
     *
     * @param ttl     in tenths of a second
     * @param context what PONG is to repeat
     * @return the octets of the frame
     */
    public static byte[] ping(int ttl, byte[] context) {
        return command("PING", number(ttl, 2), context);
    }

    /**
     * A string behind its length in one octet.
     *
     * @param text up to 255 characters
     * @return the octets
     */
    public static byte[] shortText(String text) {
        return join(number(text.length(), 1), text(text));
    }
}
