package io.generaldomo.zmtp;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What an application may announce of its own: {@code Resource}, and names that begin with {@code X-} (RFC 37/ZMTP, "Connection Metadata"). */
final class AnnouncedMetadata {
    private static final String OWN_PREFIX = "X-";
    private static final int LONGEST_NAME = 255;
    private static final String NAME_SIGNS = "-_.+";
    private static final String RESOURCE_SIGNS = "$-_@.&+";
    private static final Comparator<ZmtpMetadata.Property> WIRE_ORDER = Comparator
            .<ZmtpMetadata.Property, Boolean>comparing(property -> !property.name().equals(ZmtpMetadata.RESOURCE))
            .thenComparing(ZmtpMetadata.Property::name);

    private AnnouncedMetadata() {}

    /**
     * Checks properties, and puts them in the order in which they are sent: the resource, then the others by their names, as libzmq does.
     *
     * @throws IllegalArgumentException if one may not be announced, or is there twice
     */
    static ZmtpMetadata of(ZmtpMetadata properties) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<ZmtpMetadata.Property> all = properties.properties();
        for (ZmtpMetadata.Property property : all) {
            requireAllowed(property);
            if (!names.add(property.name())) {
                throw new IllegalArgumentException(property.name() + " is announced once");
            }
        }
        ZmtpMetadata ordered = ZmtpMetadata.EMPTY;
        for (ZmtpMetadata.Property property : all.stream().sorted(WIRE_ORDER).toList()) {
            ordered = ordered.with(property.name(), property.value());
        }
        return ordered;
    }

    private static void requireAllowed(ZmtpMetadata.Property property) {
        String name = property.name();
        if (name.equals(ZmtpMetadata.RESOURCE)) {
            if (!isResource(new String(property.value(), StandardCharsets.ISO_8859_1))) {
                throw new IllegalArgumentException("a resource is names between slashes, of letters, digits and " + RESOURCE_SIGNS);
            }
        } else if (!name.startsWith(OWN_PREFIX) || name.length() > LONGEST_NAME || !consistsOf(name, NAME_SIGNS)) {
            throw new IllegalArgumentException("a property of one's own is named X-, and has letters, digits and " + NAME_SIGNS);
        }
    }

    /** Whether a text is one or more names with slashes between them (RFC 37/ZMTP, "The Resource Property"). */
    static boolean isResource(String text) {
        return consistsOf(text, RESOURCE_SIGNS + '/') && !('/' + text + '/').contains("//");
    }

    private static boolean consistsOf(String text, String signs) {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || signs.indexOf(c) >= 0);
    }
}
