package io.generaldomo.zmtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The properties that a peer sends with READY, in the order in which it sent them (RFC 37/ZMTP, "metadata").
 *
 * <p>Names are compared without regard to case, as the RFC has it, although libzmq compares them exactly. Immutable and thread-safe.
 */
public final class ZmtpMetadata {
    /** Name of the property that tells the type of socket. */
    public static final String SOCKET_TYPE = "Socket-Type";
    /** Name of the property that tells the identity of a REQ, DEALER or ROUTER. */
    public static final String IDENTITY = "Identity";
    /** Name of the property that tells which resource of an endpoint is meant. */
    public static final String RESOURCE = "Resource";
    /** No property at all. */
    public static final ZmtpMetadata EMPTY = new ZmtpMetadata(List.of());

    private final List<Property> properties;

    private ZmtpMetadata(List<Property> properties) {
        this.properties = properties;
    }

    /** One property. */
    public static final class Property {
        private final String name;
        private final byte[] value;

        private Property(String name, byte[] value) {
            this.name = name;
            this.value = value;
        }

        /**
         * The name of the property.
         *
         * @return 0 to 255 ASCII characters
         */
        public String name() {
            return name;
        }

        /**
         * The value of the property.
         *
         * @return a copy of its octets
         */
        public byte[] value() {
            return value.clone();
        }
    }

    /**
     * These properties and one more.
     *
     * @param name 1 to 255 characters of ASCII; an application's own names begin with {@code X-}
     * @param value any octets; copied
     * @return new metadata
     * @throws IllegalArgumentException if the name is not 1 to 255 ASCII characters
     */
    public ZmtpMetadata with(String name, byte[] value) {
        if (name.isEmpty() || name.length() > 255 || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a metadata name has 1 to 255 printable ASCII characters");
        }
        return withReceived(name, value);
    }

    /**
     * These properties and one that a peer sent, whose name need not be a proper one.
     *
     * @param name the name as received
     * @param value any octets; copied
     * @return new metadata
     */
    public ZmtpMetadata withReceived(String name, byte[] value) {
        List<Property> more = new ArrayList<>(properties);
        more.add(new Property(name, value.clone()));
        return new ZmtpMetadata(Collections.unmodifiableList(more));
    }

    /**
     * These properties and one whose value is a text.
     *
     * @param name 1 to 255 characters of ASCII
     * @param value encoded as UTF-8
     * @return new metadata
     * @throws IllegalArgumentException if the name is not 1 to 255 ASCII characters
     */
    public ZmtpMetadata with(String name, String value) {
        return with(name, value.getBytes(UTF_8));
    }

    /**
     * Finds a property.
     *
     * @param name its name, in any case
     * @return a copy of the value of the first property of that name
     */
    public Optional<byte[]> get(String name) {
        for (Property property : properties) {
            if (property.name.equalsIgnoreCase(name)) {
                return Optional.of(property.value());
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a property whose value is a text.
     *
     * @param name its name, in any case
     * @return the value of the first property of that name, decoded as UTF-8
     */
    public Optional<String> text(String name) {
        return get(name).map(value -> new String(value, UTF_8));
    }

    /**
     * All properties, duplicates included.
     *
     * @return an unmodifiable list in the order of the wire
     */
    public List<Property> properties() {
        return properties;
    }
}
