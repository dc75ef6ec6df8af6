package io.generaldomo.gdp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name of a service: 1 to 255 octets, compared octet by octet (RFC 7/MDP, "Service"; the bounds are ours, see {@code gdp.md}).
 *
 * <p>Most names are text, but nothing on the wire says so, hence two names are equal only if their octets are. Immutable and thread-safe;
 * usable as a map key. Names order by their octets, read unsigned; that also keeps a hash map quick whose keys a hostile peer chose.
 */
public final class ServiceName implements Comparable<ServiceName> {
    /** The longest name, in octets. */
    public static final int MAX_LENGTH = 255;

    private static final byte[] INTERNAL_PREFIX = "mmi.".getBytes(US_ASCII);

    private final byte[] octets;
    private final int hash;

    private ServiceName(byte[] octets) {
        if (octets.length == 0 || octets.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a service name has 1 to 255 octets, not " + octets.length);
        }
        this.octets = octets;
        this.hash = Arrays.hashCode(octets);
    }

    /**
     * The name made of these octets.
     *
     * @param octets 1 to 255 octets; copied
     * @return the name
     * @throws IllegalArgumentException if there are none or too many
     */
    public static ServiceName of(byte[] octets) {
        return new ServiceName(octets.clone());
    }

    /**
     * The name that reads like this.
     *
     * @param text the name, encoded in UTF-8
     * @return the name
     * @throws IllegalArgumentException if it is empty or longer than 255 octets
     */
    public static ServiceName of(String text) {
        return new ServiceName(text.getBytes(UTF_8));
    }

    /**
     * The octets of this name.
     *
     * @return a copy
     */
    public byte[] octets() {
        return octets.clone();
    }

    /**
     * Appends the octets of this name to a buffer.
     *
     * @param out where to
     */
    public void writeTo(ByteBuf out) {
        out.writeBytes(octets);
    }

    /**
     * The length of this name.
     *
     * @return 1 to 255 octets
     */
    public int length() {
        return octets.length;
    }

    /**
     * Whether the name belongs to the broker itself (RFC 8/MMI): exactly those that begin with the four octets {@code mmi.} do.
     *
     * @return true if no worker may register this name
     */
    public boolean isInternal() {
        return startsWith(INTERNAL_PREFIX);
    }

    /**
     * Whether the name begins with the octets of another one.
     *
     * @param beginning the other name
     * @return true also if both are equal
     */
    public boolean startsWith(ServiceName beginning) {
        return startsWith(beginning.octets);
    }

    private boolean startsWith(byte[] beginning) {
        return octets.length >= beginning.length && Arrays.equals(octets, 0, beginning.length, beginning, 0, beginning.length);
    }

    @Override
    public int compareTo(ServiceName other) {
        return Arrays.compareUnsigned(octets, other.octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceName that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /**
     * The name for people: its text if it is UTF-8, else {@code 0x} and hexadecimal digits. Control and format characters, which could
     * forge or reverse a line of a log, appear as an escape.
     */
    @Override
    public String toString() {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException notText) {
            return "0x" + HexFormat.of().formatHex(octets);
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return safe.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != '\\';
        };
    }
}
