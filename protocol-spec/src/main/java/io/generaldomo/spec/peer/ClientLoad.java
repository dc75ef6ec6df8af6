package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.Map;

/**
 * What a {@link LibzmqClient} is to do.
 *
 * @param socket     CLIENT (GDP), DEALER or REQ (7/MDP)
 * @param endpoint   of the broker
 * @param service    that is asked for; its workers must echo
 * @param count      how many requests
 * @param window     how many connections, each with one request under way
 * @param bodyPrefix begins the first body frame of every request, so that no two clients send the same
 * @param patience   how long to wait for each reply
 */
public record ClientLoad(
        LibzmqSocketType socket, String endpoint, String service, int count, int window, String bodyPrefix, Duration patience) {
    /**
     * A load with four connections that is patient for ten seconds.
     *
     * @param socket   CLIENT, DEALER or REQ
     * @param endpoint of the broker
     * @param service  that is asked for
     * @param count    how many requests
     */
    public ClientLoad(LibzmqSocketType socket, String endpoint, String service, int count) {
        this(socket, endpoint, service, count, 4, socket.word() + "-", Duration.ofSeconds(10));
    }

    Map<String, String> values() {
        return Map.of("socket", socket.word(), "endpoint", endpoint, "service", service, "count", Integer.toString(count),
                "window", Integer.toString(window), "bodyPrefix", bodyPrefix, "patience", Long.toString(patience.toMillis()));
    }
}
