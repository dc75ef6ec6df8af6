package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 octets in each direction (RFC 37/ZMTP, "greeting").
 *
 * <pre>
 *   0        1                    9      10      11      12                  32          33              64
 *  +--------+--------------------+------+-------+-------+-------------------+-----------+---------------+
 *  |   FF   | padding, 8 octets  |  7F  | major | minor | mechanism, 20     | as-server | filler, 31    |
 *  +--------+--------------------+------+-------+-------+-------------------+-----------+---------------+
 * </pre>
 *
 * <p>libzmq fills the padding with the length of its identity plus one, and so do we: a peer of ZMTP 1.0 reads a frame header there.
 *
 * @param minor minor version: 0 or 1 from the peers that exist
 * @param mechanism name of the security mechanism, such as {@code NULL}
 * @param asServer whether the peer takes the server role of the mechanism; libzmq never says so
 */
public record Greeting(int minor, String mechanism, boolean asServer) {
    /** Octets in a greeting. */
    public static final int LENGTH = 64;
    /** The minor version that this codec announces. */
    public static final int OWN_MINOR = 1;

    private static final int SIGNATURE_LENGTH = 10;
    private static final int MECHANISM_OFFSET = 12;
    private static final int MECHANISM_LENGTH = 20;
    private static final int AS_SERVER_OFFSET = 32;

    /**
     * Writes a greeting.
     *
     * @param out receives {@value #LENGTH} octets
     * @param identityLength octets of the identity that READY is going to announce
     */
    public void write(ByteBuf out, int identityLength) {
        out.writeByte(0xFF);
        out.writeLong(identityLength + 1L);
        out.writeByte(0x7F);
        out.writeByte(3);
        out.writeByte(minor);
        byte[] name = mechanism.getBytes(US_ASCII);
        out.writeBytes(name);
        out.writeZero(MECHANISM_LENGTH - name.length);
        out.writeByte(asServer ? 1 : 0);
        out.writeZero(LENGTH - AS_SERVER_OFFSET - 1);
    }

    /**
     * Whether a greeting is there. Refuses what cannot become one as soon as that shows: an HTTP request at its first octet, a ZMTP 2.0 peer at its
     * eleventh.
     *
     * @param in octets received so far
     * @return false if more octets are needed
     * @throws ZmtpException if this is not a greeting of ZMTP 3
     */
    public static boolean isComplete(ByteBuf in) {
        int start = in.readerIndex();
        int length = in.readableBytes();
        if (length > 0 && in.getUnsignedByte(start) != 0xFF) {
            throw new ZmtpException(Reason.NOT_ZMTP, "no ZMTP greeting, but " + FirstOctets.inWords(in));
        }
        if (length >= SIGNATURE_LENGTH && (in.getByte(start + SIGNATURE_LENGTH - 1) & 1) == 0) {
            throw new ZmtpException(Reason.VERSION_REFUSED, "the peer speaks ZMTP 1.0, this side 3.0 and 3.1");
        }
        if (length > SIGNATURE_LENGTH && in.getUnsignedByte(start + SIGNATURE_LENGTH) < 3) {
            throw new ZmtpException(Reason.VERSION_REFUSED, "the peer speaks ZMTP 2.0 or older, this side 3.0 and 3.1");
        }
        return length >= LENGTH;
    }

    /**
     * Reads a greeting.
     *
     * @param in octets received so far; {@value #LENGTH} of them are consumed when all are there, else none
     * @return the greeting, or null if more octets are needed
     * @throws ZmtpException if this is not a greeting of ZMTP 3
     */
    public static @Nullable Greeting read(ByteBuf in) {
        if (!isComplete(in)) {
            return null;
        }
        int start = in.readerIndex();
        Greeting greeting = new Greeting(
                in.getUnsignedByte(start + SIGNATURE_LENGTH + 1), mechanism(in, start), in.getByte(start + AS_SERVER_OFFSET) != 0);
        in.skipBytes(LENGTH);
        return greeting;
    }

    private static String mechanism(ByteBuf in, int start) {
        String padded = in.toString(start + MECHANISM_OFFSET, MECHANISM_LENGTH, US_ASCII);
        // A zero octet before the end belongs to the name, and makes it another mechanism.
        int end = MECHANISM_LENGTH;
        while (end > 0 && padded.charAt(end - 1) == '\0') {
            end--;
        }
        return padded.substring(0, end);
    }
}
