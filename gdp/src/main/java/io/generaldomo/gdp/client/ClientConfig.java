package io.generaldomo.gdp.client;

import io.generaldomo.gdp.ConnectionConfig;
import java.time.Duration;

/**
 * How a {@link GdpClient} works. Immutable; every {@code with} method returns a copy.
 *
 * @param connection how to reach the broker
 * @param timeout longest time from a request to its reply, waiting for a connection included; in a stream, also from one part to the next,
 *     while there is room for it
 * @param connections most connections to the broker; each carries one request at a time, because 7/MDP has nothing by which replies could be
 *     told apart; in {@link io.generaldomo.gdp.MajordomoDialect#GDP_03} a thousand, or one stream
 * @param queued most requests that wait for a connection
 * @param streamBuffer most parts of a stream that wait for their subscriber
 * @param idleTime how long a connection may be unused; then it is closed, unless it is the last one
 * @param retry whether to send requests again that may have been lost
 */
public record ClientConfig(
        ConnectionConfig connection, Duration timeout, int connections, int queued, int streamBuffer, Duration idleTime, RetryPolicy retry) {
    /**
     * Checks the configuration.
     *
     * @param connection as above
     * @param timeout as above
     * @param connections as above
     * @param queued as above
     * @param streamBuffer as above
     * @param idleTime as above
     * @param retry as above
     * @throws IllegalArgumentException if a number or a time is not positive
     */
    public ClientConfig {
        if (timeout.isNegative() || timeout.isZero() || idleTime.isNegative() || idleTime.isZero()) {
            throw new IllegalArgumentException("the times of a client are positive");
        }
        if (connections < 1 || queued < 1 || streamBuffer < 1) {
            throw new IllegalArgumentException("connections, queue and buffer of a client are positive");
        }
    }

    /**
     * A client with a timeout of 30 seconds, 16 connections which it closes when they are unused for a minute, a queue of 10,000 requests,
     * buffers of 16 parts, and no retries.
     *
     * @param connection how to reach the broker
     * @return a configuration
     */
    public static ClientConfig of(ConnectionConfig connection) {
        return new ClientConfig(connection, Duration.ofSeconds(30), 16, 10_000, 16, Duration.ofMinutes(1), RetryPolicy.NONE);
    }

    /**
     * This configuration with another timeout.
     *
     * @param longest longest time from a request to its reply
     * @return a new configuration
     */
    public ClientConfig withTimeout(Duration longest) {
        return new ClientConfig(connection, longest, connections, queued, streamBuffer, idleTime, retry);
    }

    /**
     * This configuration with another number of connections, and so, but for GDP 0.3, of requests under way at the same time.
     *
     * @param most most connections to the broker
     * @return a new configuration
     */
    public ClientConfig withConnections(int most) {
        return new ClientConfig(connection, timeout, most, queued, streamBuffer, idleTime, retry);
    }

    /**
     * This configuration with another queue.
     *
     * @param most most requests that wait for a connection
     * @return a new configuration
     */
    public ClientConfig withQueued(int most) {
        return new ClientConfig(connection, timeout, connections, most, streamBuffer, idleTime, retry);
    }

    /**
     * This configuration with another buffer.
     *
     * @param most most parts of a stream that wait for their subscriber
     * @return a new configuration
     */
    public ClientConfig withStreamBuffer(int most) {
        return new ClientConfig(connection, timeout, connections, queued, most, idleTime, retry);
    }

    /**
     * This configuration with another idle time.
     *
     * @param longest how long a connection may be unused
     * @return a new configuration
     */
    public ClientConfig withIdleTime(Duration longest) {
        return new ClientConfig(connection, timeout, connections, queued, streamBuffer, longest, retry);
    }

    /**
     * This configuration with retries.
     *
     * @param policy whether to send requests again that may have been lost
     * @return a new configuration
     */
    public ClientConfig withRetry(RetryPolicy policy) {
        return new ClientConfig(connection, timeout, connections, queued, streamBuffer, idleTime, policy);
    }
}
