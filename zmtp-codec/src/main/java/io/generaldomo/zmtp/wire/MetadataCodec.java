package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMetadata;
import java.nio.ByteBuffer;

/**
 * Metadata on the wire (RFC 37/ZMTP, "metadata"): properties one after the other, up to the end of the command.
 *
 * <pre>
 *  | name length, 1 octet | name | value length, 4 octets | value | …
 * </pre>
 */
public final class MetadataCodec {
    private static final int VALUE_LENGTH_OCTETS = 4;

    private MetadataCodec() {}

    /**
     * Reads properties.
     *
     * @param data all octets of the metadata
     * @param mostProperties number of properties above which the peer is refused
     * @return the properties in their order
     * @throws ZmtpException if a length leads beyond the end, octets are left over, or there are too many properties
     */
    public static ZmtpMetadata read(byte[] data, int mostProperties) {
        ByteBuffer in = ByteBuffer.wrap(data);
        ZmtpMetadata metadata = ZmtpMetadata.EMPTY;
        while (in.hasRemaining()) {
            if (metadata.properties().size() == mostProperties) {
                throw new ZmtpException(Reason.LIMIT_EXCEEDED, "more than " + mostProperties + " metadata properties");
            }
            byte[] name = take(in, in.get() & 0xFF);
            if (in.remaining() < VALUE_LENGTH_OCTETS) {
                throw new ZmtpException(Reason.MALFORMED, "metadata that ends within a property");
            }
            byte[] value = take(in, in.getInt() & 0xFFFF_FFFFL);
            metadata = metadata.withReceived(new String(name, ISO_8859_1), value);
        }
        return metadata;
    }

    private static byte[] take(ByteBuffer in, long length) {
        if (length > in.remaining()) {
            throw new ZmtpException(Reason.MALFORMED, "a metadata length that leads beyond the end");
        }
        byte[] octets = new byte[(int) length];
        in.get(octets);
        return octets;
    }

    /**
     * Writes properties.
     *
     * @param metadata the properties
     * @return their octets
     */
    public static byte[] write(ZmtpMetadata metadata) {
        int length = 0;
        for (ZmtpMetadata.Property property : metadata.properties()) {
            length += 1 + property.name().length() + VALUE_LENGTH_OCTETS + property.value().length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (ZmtpMetadata.Property property : metadata.properties()) {
            out.put((byte) property.name().length()).put(property.name().getBytes(ISO_8859_1));
            out.putInt(property.value().length).put(property.value());
        }
        return out.array();
    }
}
