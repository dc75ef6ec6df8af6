package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;

/**
 * How a {@link GdpWorker} works. Immutable; every {@code with} method returns a copy.
 *
 * @param connection how to reach the broker
 * @param service what the worker offers
 * @param concurrency how many requests it takes at the same time: it registers as often, over as many connections, because a worker of 7/MDP
 *     holds one request at a time; in {@link io.generaldomo.gdp.MajordomoDialect#GDP_03} sixteen share a connection
 * @param heartbeat how often it sends HEARTBEAT, and how long the broker may be silent
 */
public record WorkerConfig(ConnectionConfig connection, ServiceName service, int concurrency, HeartbeatPolicy heartbeat) {
    /**
     * Checks the configuration.
     *
     * @param connection as above
     * @param service as above
     * @param concurrency as above
     * @param heartbeat as above
     * @throws IllegalArgumentException if the concurrency is not positive, or the name is one of the broker's own
     */
    public WorkerConfig {
        if (concurrency < 1) {
            throw new IllegalArgumentException("a worker takes at least one request at a time");
        }
        if (service.isInternal()) {
            throw new IllegalArgumentException("services whose name begins with mmi. are the broker's own");
        }
    }

    /**
     * A worker that takes one request at a time, with default heartbeats.
     *
     * @param connection how to reach the broker
     * @param service name of the service, as text
     * @return a configuration
     * @throws IllegalArgumentException if the name is empty, longer than 255 octets or one of the broker's own
     */
    public static WorkerConfig of(ConnectionConfig connection, String service) {
        return new WorkerConfig(connection, ServiceName.of(service), 1, HeartbeatPolicy.DEFAULT);
    }

    /**
     * This configuration with another concurrency.
     *
     * @param requests how many requests to take at the same time
     * @return a new configuration
     */
    public WorkerConfig withConcurrency(int requests) {
        return new WorkerConfig(connection, service, requests, heartbeat);
    }

    /**
     * This configuration with other heartbeats.
     *
     * @param policy how often to send HEARTBEAT, and how long the broker may be silent
     * @return a new configuration
     */
    public WorkerConfig withHeartbeat(HeartbeatPolicy policy) {
        return new WorkerConfig(connection, service, concurrency, policy);
    }
}
