package io.generaldomo.examples.config;

import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a broker accepts peers.
 *
 * @param address where
 * @param kind what it is to them; that of all endpoints that do not say it if there is none
 */
public record BoundEndpoint(Endpoint address, Optional<EndpointKind> kind) {
    private static final Set<Scheme> OVER_TLS = Set.of(Scheme.TLS_TCP, Scheme.WSS);
    private static final Set<Scheme> OVER_WEB_SOCKET = Set.of(Scheme.WS, Scheme.WSS, Scheme.TCP_WS);

    /** Reads {@code ADDRESS} or {@code ADDRESS KIND}. */
    static BoundEndpoint read(String text, Path base) {
        String[] words = text.strip().split("\\s+", 2);
        Endpoint address = Endpoint.parse(words[0]).requireBindable();
        if (address.scheme() == Scheme.INPROC) {
            throw new IllegalArgumentException("no other process can connect to '" + address + "'");
        }
        return new BoundEndpoint(address, words.length == 1 ? Optional.empty() : Optional.of(Types.KIND.reader().read(words[1], base)));
    }

    /**
     * Whether all is encrypted beneath ZMTP.
     *
     * @return true for {@code tls+tcp://} and {@code wss://}
     */
    boolean isOverTls() {
        return OVER_TLS.contains(address.scheme());
    }

    /** Whether a browser could connect to it. */
    boolean isOverWebSocket() {
        return OVER_WEB_SOCKET.contains(address.scheme());
    }

    /**
     * Whether the page of this program could connect to it, which is no page of HTTPS.
     *
     * @return true for {@code ws://} and {@code tcp+ws://}
     */
    public boolean isForPages() {
        return isOverWebSocket() && !isOverTls();
    }
}
