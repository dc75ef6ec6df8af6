package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import java.time.Duration;

/**
 * What a broker waits for and how much it puts up with. Immutable and thread-safe; every {@code with} method returns a copy.
 */
public final class BrokerConfig {
    /**
     * Heartbeats every 1000 ms, idle workers expire after 7500 ms; a request waits 60 seconds for a worker and is given to 3 at most; 65,536 services with
     * names of up to 255 octets; 10,000 requests or 64 MiB wait for one service, 100,000 requests or 256 MiB for all.
     */
    public static final BrokerConfig DEFAULT = new BrokerConfig(
            HeartbeatPolicy.DEFAULT, Duration.ofSeconds(60), 3, 65_536, ServiceName.MAX_LENGTH,
            new QueueLimits(10_000, 64L << 20), new QueueLimits(100_000, 256L << 20), ZmtpLimits.DEFAULT,
            new ZmtpHeartbeat(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ZERO));

    private final HeartbeatPolicy heartbeat;
    private final Duration requestExpiry;
    private final int maxTries;
    private final int maxServices;
    private final int maxServiceName;
    private final QueueLimits serviceQueue;
    private final QueueLimits brokerQueue;
    private final ZmtpLimits limits;
    private final ZmtpHeartbeat ping;

    private BrokerConfig(
            HeartbeatPolicy heartbeat, Duration requestExpiry, int maxTries, int maxServices, int maxServiceName,
            QueueLimits serviceQueue, QueueLimits brokerQueue, ZmtpLimits limits, ZmtpHeartbeat ping) {
        this.heartbeat = heartbeat;
        this.requestExpiry = requestExpiry;
        this.maxTries = maxTries;
        this.maxServices = maxServices;
        this.maxServiceName = maxServiceName;
        this.serviceQueue = serviceQueue;
        this.brokerQueue = brokerQueue;
        this.limits = limits;
        this.ping = ping;
    }

    /**
     * This configuration with another heartbeat policy.
     *
     * @param policy its interval is that of the broker's heartbeats, to busy and idle workers alike; its expiry is how long an idle worker may
     *     be silent
     * @return a new configuration
     */
    public BrokerConfig withHeartbeat(HeartbeatPolicy policy) {
        return new BrokerConfig(policy, requestExpiry, maxTries, maxServices, maxServiceName, serviceQueue, brokerQueue, limits, ping);
    }

    /**
     * This configuration with another time that a request waits in the queue. It starts anew when a worker died with the request.
     *
     * @param time longest time without a worker
     * @return a new configuration
     * @throws IllegalArgumentException if the time is not positive
     */
    public BrokerConfig withRequestExpiry(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a request needs some time");
        }
        return new BrokerConfig(heartbeat, time, maxTries, maxServices, maxServiceName, serviceQueue, brokerQueue, limits, ping);
    }

    /**
     * This configuration with another number of workers that may die with a request before it is given up.
     *
     * @param most most workers that get one request, one after the other; 1 for work that must not run twice
     * @return a new configuration
     * @throws IllegalArgumentException if it is not positive
     */
    public BrokerConfig withMaxTries(int most) {
        return new BrokerConfig(heartbeat, requestExpiry, positive(most), maxServices, maxServiceName, serviceQueue, brokerQueue, limits, ping);
    }

    /**
     * This configuration with another bound of the table of services.
     *
     * @param most most services that have a worker or a request at the same time
     * @return a new configuration
     * @throws IllegalArgumentException if it is not positive
     */
    public BrokerConfig withMaxServices(int most) {
        return new BrokerConfig(heartbeat, requestExpiry, maxTries, positive(most), maxServiceName, serviceQueue, brokerQueue, limits, ping);
    }

    /**
     * This configuration with another length of service names.
     *
     * @param octets longest name that is taken, up to 255
     * @return a new configuration
     * @throws IllegalArgumentException if it is not 1 to 255
     */
    public BrokerConfig withMaxServiceName(int octets) {
        if (positive(octets) > ServiceName.MAX_LENGTH) {
            throw new IllegalArgumentException("no service name has more than " + ServiceName.MAX_LENGTH + " octets");
        }
        return new BrokerConfig(heartbeat, requestExpiry, maxTries, maxServices, octets, serviceQueue, brokerQueue, limits, ping);
    }

    /**
     * This configuration with other bounds of each service's queue.
     *
     * @param each what may wait for one service
     * @return a new configuration
     */
    public BrokerConfig withServiceQueue(QueueLimits each) {
        return new BrokerConfig(heartbeat, requestExpiry, maxTries, maxServices, maxServiceName, each, brokerQueue, limits, ping);
    }

    /**
     * This configuration with other bounds of all queues together.
     *
     * @param all what may wait in the broker
     * @return a new configuration
     */
    public BrokerConfig withBrokerQueue(QueueLimits all) {
        return new BrokerConfig(heartbeat, requestExpiry, maxTries, maxServices, maxServiceName, serviceQueue, all, limits, ping);
    }

    /**
     * This configuration with other limits of what a peer may make the broker hold below the level of requests.
     *
     * @param newLimits sizes of messages and commands, and the time of the handshake
     * @return a new configuration
     */
    public BrokerConfig withLimits(ZmtpLimits newLimits) {
        return new BrokerConfig(
                heartbeat, requestExpiry, maxTries, maxServices, maxServiceName, serviceQueue, brokerQueue, newLimits, ping);
    }

    /**
     * This configuration with another ZMTP heartbeat, which tells a busy worker from a dead one.
     *
     * @param heartbeatOfZmtp when to send PING to every peer
     * @return a new configuration
     */
    public BrokerConfig withPing(ZmtpHeartbeat heartbeatOfZmtp) {
        return new BrokerConfig(
                heartbeat, requestExpiry, maxTries, maxServices, maxServiceName, serviceQueue, brokerQueue, limits, heartbeatOfZmtp);
    }

    /**
     * What a peer may make the broker hold below the level of requests.
     *
     * @return the limits of every connection
     */
    public ZmtpLimits limits() {
        return limits;
    }

    /**
     * When the broker sends ZMTP's PING; by default every 5 seconds, giving a peer up after 15 of silence.
     *
     * @return the settings of every connection
     */
    public ZmtpHeartbeat ping() {
        return ping;
    }

    /**
     * When the broker sends heartbeats and expects some.
     *
     * @return the policy
     */
    public HeartbeatPolicy heartbeat() {
        return heartbeat;
    }

    /**
     * How long a request waits for a worker.
     *
     * @return a positive time
     */
    public Duration requestExpiry() {
        return requestExpiry;
    }

    /**
     * How many workers get one request, one after the other, if they die with it.
     *
     * @return one or more
     */
    public int maxTries() {
        return maxTries;
    }

    /**
     * How many services there may be.
     *
     * @return one or more
     */
    public int maxServices() {
        return maxServices;
    }

    /**
     * How long the name of a service may be.
     *
     * @return 1 to 255 octets
     */
    public int maxServiceName() {
        return maxServiceName;
    }

    /**
     * What may wait for one service.
     *
     * @return the limits
     */
    public QueueLimits serviceQueue() {
        return serviceQueue;
    }

    /**
     * What may wait in the broker.
     *
     * @return the limits
     */
    public QueueLimits brokerQueue() {
        return brokerQueue;
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("not a positive number: " + number);
        }
        return number;
    }
}
