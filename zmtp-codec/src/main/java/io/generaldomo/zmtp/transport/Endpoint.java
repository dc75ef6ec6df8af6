package io.generaldomo.zmtp.transport;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that one binds or connects to, in ZeroMQ's notation: {@code tcp://host:port} (RFC 23/ZMTP leaves addresses to the transport; this
 * is libzmq's form).
 *
 * <p>For binding, the host may be {@code *} for all interfaces and the port {@code *} or {@code 0} for a free one. IPv6 addresses stand in
 * brackets. Immutable and thread-safe; a host name is resolved when it is used, each time anew.
 *
 * @param host a name, an IP address without brackets, or {@code *}
 * @param port 0 to 65535
 */
public record Endpoint(String host, int port) {
    private static final String ANY = "*";
    private static final String FORM = "expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555";
    private static final Pattern TCP = Pattern.compile("tcp://(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.]+)?)]|([^\\[\\]:/\\s]+)):(\\*|\\d{1,5})");

    /**
     * Checks an endpoint.
     *
     * @param host as above
     * @param port as above
     * @throws IllegalArgumentException if the port is out of range
     */
    public Endpoint {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }

    /**
     * Reads an endpoint.
     *
     * @param text such as {@code tcp://127.0.0.1:5555}, {@code tcp://[::1]:5555} or {@code tcp://*:*}
     * @return the endpoint
     * @throws IllegalArgumentException if the text is not an endpoint; the message says what would be
     */
    public static Endpoint parse(String text) {
        Matcher matcher = TCP.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("bad address '" + text + "': " + FORM);
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        int port = matcher.group(3).equals(ANY) ? 0 : Integer.parseInt(matcher.group(3));
        if (port > 65_535) {
            throw new IllegalArgumentException("bad address '" + text + "': the port is above 65535");
        }
        return new Endpoint(host, port);
    }

    /**
     * The endpoint at a socket address.
     *
     * @param address a resolved address, such as a bound channel has
     * @return the endpoint
     */
    public static Endpoint of(InetSocketAddress address) {
        return new Endpoint(
                address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress(), address.getPort());
    }

    /**
     * Checks that this endpoint can be connected to.
     *
     * @return this endpoint
     * @throws IllegalArgumentException if the host or the port is a wildcard
     */
    public Endpoint requireConnectable() {
        if (host.equals(ANY) || port == 0) {
            throw new IllegalArgumentException("cannot connect to '" + this + "': a host and a port are needed");
        }
        return this;
    }

    /** Resolves the host for binding; blocks while a name is looked up. */
    InetSocketAddress bindAddress() {
        return host.equals(ANY) ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return "tcp://" + (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
    }
}
