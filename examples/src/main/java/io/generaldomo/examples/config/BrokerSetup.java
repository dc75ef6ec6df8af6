package io.generaldomo.examples.config;

import static io.generaldomo.examples.config.Settings.*;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.JoinLimits;
import io.generaldomo.gdp.broker.QueueLimits;
import io.generaldomo.gdp.broker.ServicePolicy;
import io.generaldomo.zmtp.ConnectionLimits;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A broker as it was asked for: the settings put together, and what they contradict each other in. Immutable.
 */
public final class BrokerSetup {
    /** One handshake in so many is left for other addresses. */
    private static final int FOR_OTHERS = 4;

    private final Configuration configuration;
    private final Security security;
    private final Transports transports;
    private final List<Mistake> mistakes = new ArrayList<>();

    private BrokerSetup(Configuration configuration) {
        this.configuration = configuration;
        this.security = new Security(configuration, mistakes);
        this.transports = new Transports(configuration, mistakes);
        if (configuration.find(ADMIN_TOKEN_FILE).isPresent() && configuration.find(ADMIN_BIND).isEmpty()) {
            mistakes.add(configuration.mistake(ADMIN_TOKEN_FILE, "there are no admin pages to use it on; it needs " + configuration.call(ADMIN_BIND) + " HOST:PORT"));
        }
    }

    /**
     * Puts settings together.
     *
     * @param configuration without mistakes
     * @return the broker, or what is wrong with it
     */
    public static BrokerSetup of(Configuration configuration) {
        return new BrokerSetup(configuration);
    }

    /**
     * What the settings contradict each other in.
     *
     * @return nothing, if the rest can be used
     */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * What people should know who start this broker.
     *
     * @return sentences
     */
    public List<String> notes() {
        return Stream.concat(security.notes().stream(), transports.notes().stream()).toList();
    }

    /**
     * The mechanism, for people.
     *
     * @return its name, or nothing for NULL
     */
    public Optional<String> mechanism() {
        return security.mechanism();
    }

    /**
     * Where to accept peers.
     *
     * @return endpoints with their kinds
     */
    public List<BoundEndpoint> endpoints() {
        EndpointKind usual = configuration.get(KIND);
        return configuration.all(ENDPOINTS).stream()
                .map(endpoint -> new BoundEndpoint(endpoint.address(), Optional.of(endpoint.kind().orElse(usual))))
                .toList();
    }

    /**
     * What the endpoints need beneath ZMTP.
     *
     * @return for the transport that binds them
     */
    public TransportOptions transport() {
        return transports.options();
    }

    /**
     * Where to serve the page for browsers.
     *
     * @return its port, 0 for a free one; nothing if there is none
     */
    public Optional<Integer> page() {
        return configuration.find(WEB_PAGE);
    }

    /**
     * Where the admin pages are.
     *
     * @return nothing if there are none
     */
    public Optional<AdminSetup> admin() {
        return configuration.find(ADMIN_BIND).map(bind -> new AdminSetup(bind, configuration.find(ADMIN_TOKEN_FILE)));
    }

    /**
     * How long to wait at the end for what is under way.
     *
     * @return a positive time
     */
    public Duration drainTime() {
        return configuration.get(DRAIN_TIME);
    }

    /**
     * How lines of the log look.
     *
     * @return the format
     */
    public LogFormat logFormat() {
        return configuration.get(LOG_FORMAT);
    }

    /**
     * Which lines are logged.
     *
     * @return the level
     */
    public LogLevel logLevel() {
        return configuration.get(LOG_LEVEL);
    }

    /**
     * All that the broker itself is told.
     *
     * @return its configuration
     */
    public BrokerConfig config() {
        BrokerConfig config = BrokerConfig.DEFAULT
                .withHeartbeat(new HeartbeatPolicy(
                        configuration.get(HEARTBEAT_INTERVAL), configuration.get(HEARTBEAT_PEER_INTERVAL), configuration.get(HEARTBEAT_LIVENESS)))
                .withPing(new ZmtpHeartbeat(configuration.get(PING_INTERVAL), configuration.get(PING_TIMEOUT), configuration.get(PING_TTL)))
                .withServicePolicy(policy(new OfAll(configuration)))
                .withBrokerQueue(new QueueLimits(configuration.get(QUEUE_REQUESTS), configuration.get(QUEUE_OCTETS)))
                .withJoinLimits(new JoinLimits(configuration.get(JOIN_REPLIES), configuration.get(JOIN_OCTETS)))
                .withMaxServices(configuration.get(SERVICES_SERVED))
                .withMaxUnservedServices(configuration.get(SERVICES_UNSERVED), configuration.get(SERVICES_UNSERVED_PER_CLIENT))
                .withMaxServiceName(configuration.get(SERVICE_NAME))
                .withRequestsPerWorker(configuration.get(REQUESTS_PER_WORKER))
                .withMaxFilters(configuration.get(FILTERS))
                .withLimits(limits());
        for (String service : configuration.services()) {
            config = config.withServicePolicy(ServiceName.of(service), policy(new OfService(configuration, service)));
        }
        return security.applyTo(config);
    }

    private ZmtpLimits limits() {
        int handshakes = configuration.get(HANDSHAKES);
        long message = configuration.get(MESSAGE);
        return new ZmtpLimits(
                message,
                message,
                configuration.get(PARTS),
                configuration.get(COMMAND).intValue(),
                configuration.get(PROPERTIES),
                configuration.get(HANDSHAKE_TIME),
                configuration.get(BACKLOG),
                new ConnectionLimits(
                        configuration.get(CONNECTIONS), configuration.get(CONNECTIONS_PER_ADDRESS), handshakes, handshakes - handshakes / FOR_OTHERS));
    }

    /** Where the values of settings come from. */
    private interface Lookup {
        <T> T get(Setting<T> setting);
    }

    private record OfAll(Configuration configuration) implements Lookup {
        @Override
        public <T> T get(Setting<T> setting) {
            return configuration.get(setting);
        }
    }

    private record OfService(Configuration configuration, String service) implements Lookup {
        @Override
        public <T> T get(Setting<T> setting) {
            return configuration.get(setting, service);
        }
    }

    private static ServicePolicy policy(Lookup values) {
        ServicePolicy policy = ServicePolicy.DEFAULT
                .withMaxTries(values.get(SERVICE_TRIES))
                .withRequestExpiry(values.get(SERVICE_REQUEST_EXPIRY))
                .withQueue(new QueueLimits(values.get(SERVICE_QUEUE_REQUESTS), values.get(SERVICE_QUEUE_OCTETS)));
        return values.get(SERVICE_PROCESSING_LIMIT).map(policy::withProcessingLimit).orElseGet(policy::withoutProcessingLimit);
    }
}
