package io.generaldomo.zmtp.transport;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * What a transport is told of the schemes that need more than an address. Immutable; every {@code with} method returns a copy.
 *
 * @param ipcPermissions who may connect to Unix domain sockets that are bound: the permissions of their files, where the system has such
 * @param webOrigins which web pages may open WebSockets to what is bound, by their origin, such as {@code https://app.example}, or {@code *} for all;
 *     programs that are no browsers name no origin, and are not asked for one
 * @param tls certificates, for {@code tls+tcp://} and {@code wss://}
 * @param proxy through whom to connect over TCP, if not directly
 * @param multicast how far datagrams to multicast groups go
 */
public record TransportOptions(
        Set<PosixFilePermission> ipcPermissions, Set<String> webOrigins, TlsFiles tls, Optional<ProxyServer> proxy, Multicast multicast) {
    /**
     * The owner may connect to Unix domain sockets; no web page may open a WebSocket; the JDK's certificates are trusted; connecting goes directly;
     * {@link Multicast#DEFAULT}.
     */
    public static final TransportOptions DEFAULT = new TransportOptions(
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE), Set.of(), TlsFiles.NONE, Optional.empty(), Multicast.DEFAULT);

    /**
     * Copies the sets.
     *
     * @param ipcPermissions as above
     * @param webOrigins as above
     * @param tls as above
     * @param proxy as above
     * @param multicast as above
     */
    public TransportOptions {
        ipcPermissions = Set.copyOf(ipcPermissions);
        webOrigins = Set.copyOf(webOrigins);
    }

    /**
     * These options with other permissions for files of sockets.
     *
     * @param permissions who may connect: who may write to the file
     * @return new options
     */
    public TransportOptions withIpcPermissions(Set<PosixFilePermission> permissions) {
        return new TransportOptions(permissions, webOrigins, tls, proxy, multicast);
    }

    /**
     * These options with other web pages that are let in. Any page that a user of this machine visits could reach what is bound, also on the loopback
     * interface, if browsers and servers did not agree on origins (RFC 6455, section 10.2).
     *
     * @param origins such as {@code http://localhost:8080}, or {@code *} for any
     * @return new options
     */
    public TransportOptions withWebOrigins(Set<String> origins) {
        return new TransportOptions(ipcPermissions, origins, tls, proxy, multicast);
    }

    /**
     * These options with other certificates.
     *
     * @param files where they are
     * @return new options
     */
    public TransportOptions withTls(TlsFiles files) {
        return new TransportOptions(ipcPermissions, webOrigins, files, proxy, multicast);
    }

    /**
     * These options with a proxy.
     *
     * @param server through whom to connect over TCP
     * @return new options
     */
    public TransportOptions withProxy(ProxyServer server) {
        return new TransportOptions(ipcPermissions, webOrigins, tls, Optional.of(server), multicast);
    }

    /**
     * These options with another reach of datagrams.
     *
     * @param reach how far those to multicast groups go
     * @return new options
     */
    public TransportOptions withMulticast(Multicast reach) {
        return new TransportOptions(ipcPermissions, webOrigins, tls, proxy, reach);
    }
}
