package io.generaldomo.examples.config;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes {@code HOST:PORT}, where an IPv6 address stands in brackets. Stateless. */
public final class HostAndPort {
    static final String RIGHT = "HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080";

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    private HostAndPort() {}

    /** The address, which is unresolved if there is no such host. */
    static InetSocketAddress read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(3)) > LAST_PORT) {
            throw new IllegalArgumentException("'" + text + "' is not " + RIGHT);
        }
        return new InetSocketAddress(form.group(1) == null ? form.group(2) : form.group(1), Integer.parseInt(form.group(3)));
    }

    /**
     * The text of an address.
     *
     * @param host name or address
     * @param port of it
     * @return as it would be read
     */
    public static String text(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
