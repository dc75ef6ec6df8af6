package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * An address that one binds or connects to, in ZeroMQ's notation, such as {@code tcp://host:port} (RFC 23/ZMTP leaves addresses to the transport;
 * these are libzmq's forms, and {@link Scheme} has ours besides).
 *
 * <p>For binding, the host may be {@code *} for all interfaces or the name of one, and the port {@code *} or {@code 0} for a free one; {@code ipc://*}
 * is a new path in the temporary directory. IPv6 addresses stand in brackets. For connecting over TCP, an address of this machine and a semicolon may
 * stand in front, from where to connect: {@code tcp://192.0.2.7:0;broker.example:5555}. Over UDP an interface of this machine may stand there, through
 * which a multicast group is reached: {@code udp://eth0;239.0.0.1:5555}. Immutable and thread-safe; a host name is resolved when it is used, each time
 * anew.
 *
 * @param scheme what carries the octets
 * @param host a name, an IP address without brackets, or {@code *}; empty if the scheme {@linkplain Scheme#hasHost() has no hosts}
 * @param port 0 to 65535
 * @param path of WebSocket, beginning with a slash; of a Unix domain socket; the name within a JVM; else empty
 * @param source from where to connect, if that matters, with {@link Scheme#TCP} as its scheme; or the interface of a multicast group
 */
public record Endpoint(Scheme scheme, String host, int port, String path, Optional<Endpoint> source) {
    static final String ANY = "*";
    private static final int MOST_PORT = 65_535;

    /**
     * Checks an endpoint.
     *
     * @param scheme as above
     * @param host as above
     * @param port as above
     * @param path as above
     * @param source as above
     * @throws IllegalArgumentException if the port is out of range
     */
    public Endpoint {
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and " + MOST_PORT);
        }
    }

    /**
     * Reads an endpoint.
     *
     * @param text such as {@code tcp://127.0.0.1:5555}, {@code tcp://[::1]:5555}, {@code tcp://*:*} or {@code ipc:///run/broker.sock}
     * @return the endpoint
     * @throws IllegalArgumentException if the text is not an endpoint; the message says what would be
     */
    public static Endpoint parse(String text) {
        return EndpointText.read(text);
    }

    /**
     * A TCP endpoint.
     *
     * @param host as above
     * @param port as above
     * @return the endpoint
     */
    public static Endpoint tcp(String host, int port) {
        return new Endpoint(Scheme.TCP, host, port, "", Optional.empty());
    }

    /**
     * The TCP endpoint at a socket address.
     *
     * @param address a resolved address, such as a bound channel has
     * @return the endpoint
     */
    public static Endpoint of(InetSocketAddress address) {
        return tcp(address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress(), address.getPort());
    }

    /**
     * This endpoint, bound.
     *
     * @param bound the local address of the channel that was bound to it
     * @return an endpoint with the address and the port, or the path, that it has really got
     */
    public Endpoint boundAt(SocketAddress bound) {
        if (bound instanceof InetSocketAddress internet) {
            if (scheme == Scheme.UDP && internet.getAddress().isAnyLocalAddress()) {
                return new Endpoint(scheme, host, internet.getPort(), path, source); // a group is an address of nobody's
            }
            Endpoint there = of(internet);
            return new Endpoint(scheme, there.host, there.port, path, Optional.empty());
        }
        return isAnyPath() ? new Endpoint(scheme, host, port, bound.toString(), Optional.empty()) : this;
    }

    /** Whether it stands for a new path. */
    boolean isAnyPath() {
        return scheme == Scheme.IPC && path.equals(ANY);
    }

    /**
     * Checks that this endpoint can be connected to.
     *
     * @return this endpoint
     * @throws IllegalArgumentException if the host, the port or the path is a wildcard, or the scheme is for binding only, or carries no connections
     */
    public Endpoint requireConnectable() {
        requireConnections("connect to");
        return requireDestination();
    }

    /**
     * Checks that a side can connect here: by {@code udp://} that is a RADIO without security; a STREAM knows {@code tcp://} and
     * {@code ipc://} alone.
     *
     * @param side who wants to
     * @return this endpoint
     * @throws IllegalArgumentException as of {@link #requireConnectable()}, or if it is none for this side
     */
    public Endpoint requireConnectable(ZmtpConfig side) {
        EndpointUse.requireConnecting(this, side);
        return scheme == Scheme.UDP ? requireDestination() : requireConnectable();
    }

    private Endpoint requireDestination() {
        if (scheme == Scheme.TCP_WS) {
            throw new IllegalArgumentException("cannot connect to '" + this + "', which is for binding: tcp:// and ws:// are what it accepts");
        }
        if (isAnyPath()) {
            throw new IllegalArgumentException("cannot connect to '" + this + "': a path is needed");
        }
        if (scheme.hasHost() && (host.equals(ANY) || port == 0)) {
            throw new IllegalArgumentException("cannot connect to '" + this + "': a host and a port are needed");
        }
        return this;
    }

    /**
     * Checks that this endpoint can be bound.
     *
     * @return this endpoint
     * @throws IllegalArgumentException if it names a source, which only who connects has, or the scheme carries no connections
     */
    public Endpoint requireBindable() {
        requireConnections("bind");
        if (source.isPresent()) {
            throw new IllegalArgumentException("cannot bind '" + this + "': an address before a semicolon is for connecting");
        }
        return this;
    }

    private void requireConnections(String what) {
        if (scheme == Scheme.UDP) {
            throw new IllegalArgumentException("cannot " + what + " '" + this + "': udp:// carries datagrams, of RADIO, DISH and DGRAM, and no connections");
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String from = source.map(own -> (own.scheme == Scheme.UDP ? own.bracketed() : own.authority()) + ';').orElse("");
        return scheme + "://" + from + (scheme.hasHost() ? authority() : "") + path;
    }

    /** Host and port. */
    String authority() {
        return bracketed() + ':' + port;
    }

    private String bracketed() {
        return host.indexOf(':') < 0 ? host : '[' + host + ']';
    }
}
