package io.generaldomo.examples.config;

import io.generaldomo.zmtp.transport.Endpoint;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a broker accepts peers.
 *
 * @param address where
 * @param kind what it is to them; that of all endpoints that do not say it if there is none
 */
public record BoundEndpoint(Endpoint address, Optional<EndpointKind> kind) {
    /** Reads {@code ADDRESS} or {@code ADDRESS KIND}. */
    static BoundEndpoint read(String text, Path base) {
        String[] words = text.strip().split("\\s+", 2);
        Endpoint address = Endpoint.parse(words[0]);
        return new BoundEndpoint(address, words.length == 1 ? Optional.empty() : Optional.of(Types.KIND.reader().read(words[1], base)));
    }
}
