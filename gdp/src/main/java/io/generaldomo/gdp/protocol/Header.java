package io.generaldomo.gdp.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The six octets that name role and version. A constant's name is what is on the wire. */
enum Header {
    /** Client, 7/MDP. */
    MDPC01,
    /** Worker, 7/MDP. */
    MDPW01,
    /** Client, 18/MDP. */
    MDPC02,
    /** Worker, 18/MDP. */
    MDPW02,
    /** Client, libmdp. */
    MDPC0X,
    /** Worker, libmdp. */
    MDPW0X,
    /** Client, GDP 0.3. */
    GDPC03,
    /** Worker, GDP 0.3. */
    GDPW03;

    private static final Header[] ALL = values();
    private static final int LENGTH = 6;

    private final byte[] octets = name().getBytes(US_ASCII);
    private final int role = octets[0] << 24 | octets[1] << 16 | octets[2] << 8 | octets[3];
    private final int version = octets[4] << 8 | octets[5];

    /** The header that this frame is, exactly; null if it is none. Borrows the frame. */
    static @Nullable Header of(ByteBuf frame) {
        return of(frame, frame.readerIndex(), frame.readableBytes());
    }

    /** The header that stands there, exactly; null if it is none. */
    static @Nullable Header of(ByteBuf buffer, int start, int length) {
        if (length != LENGTH) {
            return null;
        }
        int role = buffer.getInt(start);
        int version = buffer.getUnsignedShort(start + 4);
        for (Header header : ALL) {
            if (header.role == role && header.version == version) {
                return header;
            }
        }
        return null;
    }

    /** The octets of the frame; not to be written to. */
    byte[] octets() {
        return octets;
    }
}
