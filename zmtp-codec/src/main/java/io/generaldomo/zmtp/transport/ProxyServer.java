package io.generaldomo.zmtp.transport;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * Who makes TCP connections for this side: everything that is connected over TCP goes there, with or without TLS and WebSocket in it, and the proxy looks up the
 * name of the host. Immutable and thread-safe.
 *
 * @param kind what it speaks
 * @param host its name or address
 * @param port its port
 * @param credentials what it asks for, if it asks
 */
public record ProxyServer(Kind kind, String host, int port, Optional<Credentials> credentials) {
    /** What proxies speak. */
    public enum Kind {
        /** SOCKS 5 (RFC 1928), as libzmq has it. */
        SOCKS5,
        /** CONNECT of HTTP 1.1 (RFC 9110, section 9.3.6). */
        HTTP
    }

    /**
     * A name and a password.
     *
     * @param user the name
     * @param password in the clear, to whoever is between here and the proxy
     */
    public record Credentials(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * A proxy that asks nobody who they are.
     *
     * @param kind as above
     * @param host as above
     * @param port as above
     * @return the proxy
     */
    public static ProxyServer of(Kind kind, String host, int port) {
        return new ProxyServer(kind, host, port, Optional.empty());
    }

    /**
     * This proxy with a name and a password.
     *
     * @param user the name
     * @param password the password
     * @return the proxy
     */
    public ProxyServer withCredentials(String user, String password) {
        return new ProxyServer(kind, host, port, Optional.of(new Credentials(user, password)));
    }

    Endpoint endpoint() {
        return Endpoint.tcp(host, port);
    }

    /** What asks the proxy at one of its addresses to connect: the first handler of a channel, which is then connected to the endpoint's own. */
    ProxyHandler handler(SocketAddress address) {
        return switch (kind) {
            case SOCKS5 -> credentials
                    .map(shown -> new Socks5ProxyHandler(address, shown.user(), shown.password()))
                    .orElseGet(() -> new Socks5ProxyHandler(address));
            case HTTP -> credentials
                    .map(shown -> new HttpProxyHandler(address, shown.user(), shown.password()))
                    .orElseGet(() -> new HttpProxyHandler(address));
        };
    }
}
