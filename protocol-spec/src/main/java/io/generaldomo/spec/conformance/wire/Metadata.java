package io.generaldomo.spec.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The properties that a peer sent, as far as they can be read.
 *
 * @param properties in their order
 * @param leftover   octets at the end that are no property; none in good metadata
 */
public record Metadata(List<Property> properties, byte[] leftover) {
    /**
     * One of them.
     *
     * @param name  as it was spelled
     * @param value its octets, not to be changed
     */
    public record Property(String name, byte[] value) {
        /**
         * The value, one character an octet.
         *
         * @return the text
         */
        public String text() {
            return new String(value, ISO_8859_1);
        }
    }

    /**
     * Reads properties.
     *
     * @param octets of the metadata
     * @return what they say
     */
    public static Metadata of(byte[] octets) {
        List<Property> properties = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            int value = at + 1 + (octets[at] & 0xff) + 4;
            if (value > octets.length) {
                break;
            }
            long length = Octets.number(octets, value - 4, 4);
            if (length > octets.length - value) {
                break;
            }
            String name = new String(octets, at + 1, value - 5 - at, ISO_8859_1);
            at = value + (int) length;
            properties.add(new Property(name, Arrays.copyOfRange(octets, value, at)));
        }
        return new Metadata(List.copyOf(properties), Arrays.copyOfRange(octets, at, octets.length));
    }

    /**
     * The properties of a name, whatever its case.
     *
     * @param name to look for
     * @return all of them
     */
    public List<Property> named(String name) {
        return properties.stream().filter(property -> property.name().equalsIgnoreCase(name)).toList();
    }

    /**
     * The first Socket-Type.
     *
     * @return its value, or nothing
     */
    public String socketType() {
        return named("Socket-Type").stream().map(Property::text).findFirst().orElse("");
    }
}
