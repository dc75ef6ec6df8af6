package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a broker waits for and how much it puts up with. Immutable and thread-safe; every {@code with} method returns a copy.
 */
public final class BrokerConfig {
    /**
     * Heartbeats every 1000 ms, idle workers expire after 7500 ms; {@link ServicePolicy#DEFAULT} for every service; 65,536 services with names of up to 255
     * octets, and 8,192 names that no worker offers, 64 of them from one client; 100,000 requests or 256 MiB wait in all; streamed replies of up to 1,000 parts
     * and 16 MiB are joined; 16 requests at a time for workers that take several; 1,024 filters. The NULL mechanism, which lets in everybody, and everybody
     * may do everything.
     */
    public static final BrokerConfig DEFAULT = new BrokerConfig(new Draft());

    private final HeartbeatPolicy heartbeat;
    private final ServicePolicy servicePolicy;
    private final Map<ServiceName, ServicePolicy> servicePolicies;
    private final int maxServices;
    private final int maxUnservedServices;
    private final int maxUnservedServicesPerClient;
    private final int maxServiceName;
    private final QueueLimits brokerQueue;
    private final JoinLimits joinLimits;
    private final int requestsPerWorker;
    private final int maxFilters;
    private final ZmtpLimits limits;
    private final ZmtpHeartbeat ping;
    private final ZmtpSecurity security;
    private final Optional<AccessRules> access;
    private final List<BrokerObserver> observers;

    /** A configuration that is being made. */
    private static final class Draft {
        private HeartbeatPolicy heartbeat = HeartbeatPolicy.DEFAULT;
        private ServicePolicy servicePolicy = ServicePolicy.DEFAULT;
        private Map<ServiceName, ServicePolicy> servicePolicies = Map.of();
        private int maxServices = 65_536;
        private int maxUnservedServices = 8_192;
        private int maxUnservedServicesPerClient = 64;
        private int maxServiceName = ServiceName.MAX_LENGTH;
        private QueueLimits brokerQueue = new QueueLimits(100_000, 256L << 20);
        private JoinLimits joinLimits = new JoinLimits(1000, 16L << 20);
        private int requestsPerWorker = 16;
        private int maxFilters = 1024;
        private ZmtpLimits limits = ZmtpLimits.DEFAULT;
        private ZmtpHeartbeat ping = new ZmtpHeartbeat(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ZERO);
        private ZmtpSecurity security = ZmtpSecurity.NONE;
        private Optional<AccessRules> access = Optional.empty();
        private List<BrokerObserver> observers = List.of();
    }

    private BrokerConfig(Draft draft) {
        this.heartbeat = draft.heartbeat;
        this.servicePolicy = draft.servicePolicy;
        this.servicePolicies = draft.servicePolicies;
        this.maxServices = draft.maxServices;
        this.maxUnservedServices = draft.maxUnservedServices;
        this.maxUnservedServicesPerClient = draft.maxUnservedServicesPerClient;
        this.maxServiceName = draft.maxServiceName;
        this.brokerQueue = draft.brokerQueue;
        this.joinLimits = draft.joinLimits;
        this.requestsPerWorker = draft.requestsPerWorker;
        this.maxFilters = draft.maxFilters;
        this.limits = draft.limits;
        this.ping = draft.ping;
        this.security = draft.security;
        this.access = draft.access;
        this.observers = draft.observers;
    }

    private BrokerConfig with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.heartbeat = heartbeat;
        draft.servicePolicy = servicePolicy;
        draft.servicePolicies = servicePolicies;
        draft.maxServices = maxServices;
        draft.maxUnservedServices = maxUnservedServices;
        draft.maxUnservedServicesPerClient = maxUnservedServicesPerClient;
        draft.maxServiceName = maxServiceName;
        draft.brokerQueue = brokerQueue;
        draft.joinLimits = joinLimits;
        draft.requestsPerWorker = requestsPerWorker;
        draft.maxFilters = maxFilters;
        draft.limits = limits;
        draft.ping = ping;
        draft.security = security;
        draft.access = access;
        draft.observers = observers;
        change.accept(draft);
        return new BrokerConfig(draft);
    }

    /**
     * This configuration with another heartbeat policy.
     *
     * @param policy its interval is that of the broker's heartbeats, to busy and idle workers alike; its expiry is how long an idle worker may
     *     be silent
     * @return a new configuration
     */
    public BrokerConfig withHeartbeat(HeartbeatPolicy policy) {
        return with(draft -> draft.heartbeat = policy);
    }

    /**
     * This configuration with another policy for the services that have none of their own.
     *
     * @param policy how requests are treated
     * @return a new configuration
     */
    public BrokerConfig withServicePolicy(ServicePolicy policy) {
        return with(draft -> draft.servicePolicy = policy);
    }

    /**
     * This configuration with a policy for one service. It does not count as there before it has a worker or a request.
     *
     * @param service whose requests are treated so
     * @param policy how they are treated
     * @return a new configuration
     */
    public BrokerConfig withServicePolicy(ServiceName service, ServicePolicy policy) {
        Map<ServiceName, ServicePolicy> policies = new HashMap<>(servicePolicies);
        policies.put(service, policy);
        return with(draft -> draft.servicePolicies = Map.copyOf(policies));
    }

    /**
     * This configuration with another time that a request waits in the queue, for services without a policy of their own.
     *
     * @param time longest time without a worker
     * @return a new configuration
     * @throws IllegalArgumentException if the time is not positive
     * @see ServicePolicy#withRequestExpiry(Duration)
     */
    public BrokerConfig withRequestExpiry(Duration time) {
        return withServicePolicy(servicePolicy.withRequestExpiry(time));
    }

    /**
     * This configuration with another number of workers that may be lost with a request, for services without a policy of their own.
     *
     * @param most most workers that get one request, one after the other; 1 for work that must not run twice
     * @return a new configuration
     * @throws IllegalArgumentException if it is not positive
     * @see ServicePolicy#withMaxTries(int)
     */
    public BrokerConfig withMaxTries(int most) {
        return withServicePolicy(servicePolicy.withMaxTries(most));
    }

    /**
     * This configuration with other bounds of each queue, for services without a policy of their own.
     *
     * @param each what may wait for one service
     * @return a new configuration
     * @see ServicePolicy#withQueue(QueueLimits)
     */
    public BrokerConfig withServiceQueue(QueueLimits each) {
        return withServicePolicy(servicePolicy.withQueue(each));
    }

    /**
     * This configuration with another bound of the table of services.
     *
     * @param most most services that have a worker at the same time
     * @return a new configuration
     * @throws IllegalArgumentException if it is not positive
     */
    public BrokerConfig withMaxServices(int most) {
        int checked = positive(most);
        return with(draft -> draft.maxServices = checked);
    }

    /**
     * This configuration with other bounds of the names that requests wait for though no worker offers them.
     *
     * @param most most such names at the same time
     * @param each how many one client may wait for, other services at which it waits included
     * @return a new configuration
     * @throws IllegalArgumentException if one is not positive
     */
    public BrokerConfig withMaxUnservedServices(int most, int each) {
        int checkedMost = positive(most);
        int checkedEach = positive(each);
        return with(draft -> {
            draft.maxUnservedServices = checkedMost;
            draft.maxUnservedServicesPerClient = checkedEach;
        });
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
        return with(draft -> draft.maxServiceName = octets);
    }

    /**
     * This configuration with other bounds of all queues together.
     *
     * @param all what may wait in the broker; its octets also bound what is kept of streamed replies
     * @return a new configuration
     */
    public BrokerConfig withBrokerQueue(QueueLimits all) {
        return with(draft -> draft.brokerQueue = all);
    }

    /**
     * This configuration with other bounds of a streamed reply that is joined.
     *
     * @param each what may be kept for one request
     * @return a new configuration
     */
    public BrokerConfig withJoinLimits(JoinLimits each) {
        return with(draft -> draft.joinLimits = each);
    }

    /**
     * This configuration with another number of requests for workers that take several at a time. All others get one.
     *
     * @param most most requests that such a worker holds
     * @return a new configuration
     * @throws IllegalArgumentException if it is not positive
     */
    public BrokerConfig withRequestsPerWorker(int most) {
        int checked = positive(most);
        return with(draft -> draft.requestsPerWorker = checked);
    }

    /**
     * This configuration with another bound of what clients can set through {@code mmi.filter}.
     *
     * @param most most filters at the same time; 0 to have no such service
     * @return a new configuration
     * @throws IllegalArgumentException if it is negative
     */
    public BrokerConfig withMaxFilters(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a negative number of filters");
        }
        return with(draft -> draft.maxFilters = most);
    }

    /**
     * This configuration with other limits of what a peer may make the broker hold below the level of requests.
     *
     * @param newLimits sizes of messages and commands, and the time of the handshake
     * @return a new configuration
     */
    public BrokerConfig withLimits(ZmtpLimits newLimits) {
        return with(draft -> draft.limits = newLimits);
    }

    /**
     * This configuration with another ZMTP heartbeat, which tells a busy worker from a dead one.
     *
     * @param heartbeatOfZmtp when to send PING to every peer
     * @return a new configuration
     */
    public BrokerConfig withPing(ZmtpHeartbeat heartbeatOfZmtp) {
        return with(draft -> draft.ping = heartbeatOfZmtp);
    }

    /**
     * This configuration with other security, the same at every endpoint. If it finds out who the peers are, {@link #withAccess} must say what they
     * may do, or it is nothing.
     *
     * @param newSecurity mechanism, the broker's own credentials, and who judges those of its peers
     * @return a new configuration
     * @throws IllegalArgumentException if it is the security of a client or worker, which shows credentials
     */
    public BrokerConfig withSecurity(ZmtpSecurity newSecurity) {
        if (newSecurity instanceof ZmtpSecurity.PlainClient || newSecurity instanceof ZmtpSecurity.CurveClient) {
            throw new IllegalArgumentException("a broker asks for credentials, a client or worker shows them");
        }
        return with(draft -> draft.security = newSecurity);
    }

    /**
     * This configuration with rules for who may request and serve what. By default, if the security has an authenticator, nobody may do anything; if
     * not, everybody everything.
     *
     * @param rules what is allowed
     * @return a new configuration
     */
    public BrokerConfig withAccess(AccessRules rules) {
        return with(draft -> draft.access = Optional.of(rules));
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
     * How the broker proves who it is, and finds out who its peers are.
     *
     * @return mechanism, role and credentials
     */
    public ZmtpSecurity security() {
        return security;
    }

    /**
     * Who may request and serve what.
     *
     * @return the rules that were set, or else those that follow from the security
     */
    public AccessRules access() {
        return access.orElseGet(() -> asksWhoComes() ? AccessRules.DENY_ALL : AccessRules.ALLOW_ALL);
    }

    private boolean asksWhoComes() {
        return !(security instanceof ZmtpSecurity.Null open) || open.authenticator().isPresent();
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
     * How requests to services without a policy of their own are treated.
     *
     * @return the policy
     */
    public ServicePolicy servicePolicy() {
        return servicePolicy;
    }

    /**
     * The services with a policy of their own.
     *
     * @return the policies by service; unmodifiable
     */
    public Map<ServiceName, ServicePolicy> servicePolicies() {
        return servicePolicies;
    }

    /**
     * How many services there may be that have a worker.
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
     * How many names may be waited for that no worker offers.
     *
     * @return one or more
     */
    public int maxUnservedServices() {
        return maxUnservedServices;
    }

    /**
     * At how many services a client may wait if one of them is such a name.
     *
     * @return one or more
     */
    public int maxUnservedServicesPerClient() {
        return maxUnservedServicesPerClient;
    }

    /**
     * What may be kept of one streamed reply until it is joined.
     *
     * @return the limits
     */
    public JoinLimits joinLimits() {
        return joinLimits;
    }

    /**
     * How many requests a worker holds that takes several at a time.
     *
     * @return one or more
     */
    public int requestsPerWorker() {
        return requestsPerWorker;
    }

    /**
     * How many filters may be set through {@code mmi.filter}.
     *
     * @return zero or more; with zero there is no such service
     */
    public int maxFilters() {
        return maxFilters;
    }

    /**
     * What may wait in the broker.
     *
     * @return the limits
     */
    public QueueLimits brokerQueue() {
        return brokerQueue;
    }

    /**
     * This configuration with one more observer.
     *
     * @param observer is told what happens in the broker
     * @return a new configuration
     */
    public BrokerConfig withObserver(BrokerObserver observer) {
        List<BrokerObserver> more = new ArrayList<>(observers);
        more.add(observer);
        return with(draft -> draft.observers = List.copyOf(more));
    }

    /**
     * Who is told what happens in the broker.
     *
     * @return the observers, in the order in which they are told
     */
    public List<BrokerObserver> observers() {
        return observers;
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("not a positive number: " + number);
        }
        return number;
    }
}
