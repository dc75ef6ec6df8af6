package io.generaldomo.gdp.client;

import io.generaldomo.gdp.ConnectionConfig;
import java.time.Duration;

/**
 * How a {@link GdpClient} works. Immutable; every {@code with} method returns a copy.
 *
 * @param connection how to reach the broker
 * @param timeout longest time from a request to its reply, waiting for a connection included
 * @param connections most connections to the broker; each carries one request at a time, because 7/MDP has nothing by which replies could be
 *     told apart
 * @param queued most requests that wait for a connection
 */
public record ClientConfig(ConnectionConfig connection, Duration timeout, int connections, int queued) {
    /**
     * Checks the configuration.
     *
     * @param connection as above
     * @param timeout as above
     * @param connections as above
     * @param queued as above
     * @throws IllegalArgumentException if a number or the time is not positive
     */
    public ClientConfig {
        if (timeout.isNegative() || timeout.isZero() || connections < 1 || queued < 1) {
            throw new IllegalArgumentException("timeout, connections and queue of a client are positive");
        }
    }

    /**
     * A client with a timeout of 30 seconds, 16 connections and a queue of 10,000 requests.
     *
     * @param connection how to reach the broker
     * @return a configuration
     */
    public static ClientConfig of(ConnectionConfig connection) {
        return new ClientConfig(connection, Duration.ofSeconds(30), 16, 10_000);
    }

    /**
     * This configuration with another timeout.
     *
     * @param longest longest time from a request to its reply
     * @return a new configuration
     */
    public ClientConfig withTimeout(Duration longest) {
        return new ClientConfig(connection, longest, connections, queued);
    }

    /**
     * This configuration with another number of connections, and so of requests under way at the same time.
     *
     * @param most most connections to the broker
     * @return a new configuration
     */
    public ClientConfig withConnections(int most) {
        return new ClientConfig(connection, timeout, most, queued);
    }

    /**
     * This configuration with another queue.
     *
     * @param most most requests that wait for a connection
     * @return a new configuration
     */
    public ClientConfig withQueued(int most) {
        return new ClientConfig(connection, timeout, connections, most);
    }
}
