package io.generaldomo.zmtp.transport;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands before {@code ://} in an {@link Endpoint}: what carries the octets. Immutable and thread-safe. */
public enum Scheme {
    /** TCP, and nothing between it and ZMTP. */
    TCP("tcp", "HOST:PORT", "127.0.0.1:5555"),
    /** TLS over TCP, and ZMTP in it. Ours: libzmq has no such thing. */
    TLS_TCP("tls+tcp", "HOST:PORT", "broker.example:5556"),
    /** WebSocket, as 45/ZWS and libzmq have it. */
    WS("ws", "HOST:PORT/PATH", "127.0.0.1:5555/"),
    /** WebSocket over TLS. */
    WSS("wss", "HOST:PORT/PATH", "broker.example:443/"),
    /** For binding: {@link #TCP} and {@link #WS} on one port, told apart by the first octet of each connection. */
    TCP_WS("tcp+ws", "HOST:PORT", "127.0.0.1:5555"),
    /** A Unix domain socket; a name that begins with {@code @} is an abstract one, which Linux has and which is no file. */
    IPC("ipc", "PATH", "/run/generaldomo.sock"),
    /** Memory of this JVM. */
    INPROC("inproc", "NAME", "broker"),
    /** UDP: datagrams, from a RADIO to a DISH, and those of a DGRAM. */
    UDP("udp", "HOST:PORT or udp://INTERFACE;GROUP:PORT", "127.0.0.1:5555");

    private final String text;
    private final String form;
    private final String example;

    Scheme(String text, String form, String example) {
        this.text = text;
        this.form = form;
        this.example = example;
    }

    static Optional<Scheme> named(String text) {
        return Arrays.stream(values()).filter(scheme -> scheme.text.equals(text)).findFirst();
    }

    /** What is expected of an address of this scheme, for people. */
    String expectation() {
        return "expected " + text + "://" + form + ", for example " + text + "://" + example;
    }

    static String all() {
        return Arrays.stream(values()).map(scheme -> scheme.text + "://").collect(Collectors.joining(", "));
    }

    /**
     * Whether its addresses have a host and a port.
     *
     * @return false if they are paths or names within this machine
     */
    public boolean hasHost() {
        return this != IPC && this != INPROC;
    }

    /** Whether its addresses have a path behind the port. */
    boolean hasPath() {
        return this == WS || this == WSS;
    }

    boolean hasTls() {
        return this == TLS_TCP || this == WSS;
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return text;
    }
}
