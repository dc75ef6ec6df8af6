package io.generaldomo.gdp.broker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this software, as the build writes it into a resource. */
final class Version {
    private Version() {}

    /** The version, or {@code unknown} where the resource is missing or was not filtered. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (IOException unreadable) {
            return "unknown";
        }
        String version = properties.getProperty("version", "unknown");
        return version.startsWith("$") ? "unknown" : version;
    }
}
