package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its first frames which dialect a message is written in. The only place that does.
 *
 * <pre>
 *   several parts:  | ""     | MDPC01 or MDPW01 | ...    MDP_01
 *                   | ""     | MDPC0X or MDPW0X | ...    MDP_0X
 *                   | MDPC02 or MDPW02 | ...             MDP_02
 *   one or more:    | AA A4 ... | ...                    MDP_02_ZPROTO
 *   one part:       a frame MDPC01 or MDPW01, packed     GDP, GDP_LE32, GDP_BE32
 *                   a frame MDPC02 or MDPW02, by 50/MME  GDP_02
 *                   a frame GDPC03 or GDPW03, by 50/MME  GDP_03
 * </pre>
 *
 * <p>A message says so by itself, whatever the socket it came through. No two of these begin alike: a header has six octets, so that a packed
 * part begins with {@code 06}, {@code 00} or {@code FF}, never with {@code AA}. Stateless and thread-safe.
 */
public final class DialectDetector {
    private DialectDetector() {}

    /**
     * The dialect of a message. Borrows the message, and looks at its head only: the rest may still turn out to be malformed.
     *
     * @param message without identity or routing id
     * @return the dialect to decode it with, and to answer in
     * @throws GdpException MALFORMED if the message is of no dialect that is spoken here
     */
    public static Dialect detect(ZmtpMessage message) {
        ByteBuf first = message.part(0);
        Dialect dialect;
        if (Mdp02Zproto.isHead(first)) {
            dialect = Dialect.MDP_02_ZPROTO;
        } else if (message.size() == 1) {
            dialect = packed(first);
        } else if (first.isReadable()) {
            dialect = undelimited(Header.of(first));
        } else {
            dialect = delimited(Header.of(message.part(1)));
        }
        if (dialect == null) {
            throw FrameReader.malformed("no dialect begins like this");
        }
        return dialect;
    }

    /**
     * The dialect of a message that came over a socket of single parts. As {@link #detect}, but a dialect whose other messages have several parts
     * is none: a peer could not be answered in it.
     *
     * @param message without routing id
     * @return the dialect to decode it with, and to answer in
     * @throws GdpException MALFORMED if the message is of no dialect that is spoken here over such sockets
     */
    public static Dialect detectSinglePart(ZmtpMessage message) {
        Dialect dialect = detect(message);
        if (!dialect.isSinglePart()) {
            throw FrameReader.malformed(dialect + " is not spoken in single parts");
        }
        return dialect;
    }

    private static @Nullable Dialect packed(ByteBuf part) {
        Packing packing = Packing.of(part);
        FrameReader reader = Workbench.ofThisThread().packedReader.begin(packing, part);
        Header header = reader.hasNext() ? reader.header() : null;
        if (header == Header.MDPC01 || header == Header.MDPW01) {
            return switch (packing) {
                case MME -> Dialect.GDP;
                case LE32 -> Dialect.GDP_LE32;
                case BE32 -> Dialect.GDP_BE32;
            };
        }
        if (header == null || packing != Packing.MME) {
            return null;
        }
        return switch (header) {
            case MDPC02, MDPW02 -> Dialect.GDP_02;
            case GDPC03, GDPW03 -> Dialect.GDP_03;
            default -> null;
        };
    }

    private static @Nullable Dialect undelimited(@Nullable Header header) {
        return header == Header.MDPC02 || header == Header.MDPW02 ? Dialect.MDP_02 : null;
    }

    private static @Nullable Dialect delimited(@Nullable Header header) {
        if (header == null) {
            return null;
        }
        return switch (header) {
            case MDPC01, MDPW01 -> Dialect.MDP_01;
            case MDPC0X, MDPW0X -> Dialect.MDP_0X;
            default -> null;
        };
    }
}
