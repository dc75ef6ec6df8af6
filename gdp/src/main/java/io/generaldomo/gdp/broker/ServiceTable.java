package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The services by their names: a bounded number, none that is unused. Services that have a worker and names that only requests know are bounded apart, so
 * that clients cannot invent names until no worker finds room. Confined to the broker's event loop.
 */
final class ServiceTable {
    private final Map<ServiceName, Service> services = new LinkedHashMap<>();

    /** The same in order, for lists that are told page by page. */
    private final NavigableMap<ServiceName, Service> ordered = new TreeMap<>();

    private final Resumptions resumptions;
    private final Terms<Request> patience = new Terms<>();
    private final Terms<Holding> processing = new Terms<>();
    private final Map<ServiceName, ServiceRules> special = new HashMap<>();
    private BrokerConfig config;
    private ServiceRules usual;
    private int served;

    ServiceTable(BrokerConfig config, Resumptions resumptions) {
        this.config = config;
        this.resumptions = resumptions;
        this.usual = rules(config.servicePolicy());
        config.servicePolicies().forEach((name, policy) -> special.put(name, rules(policy)));
    }

    /** Other bounds and policies from here on. The leases of requests that wait or are held end as they began. */
    void use(BrokerConfig changed) {
        config = changed;
        usual = rules(changed.servicePolicy());
        special.clear();
        changed.servicePolicies().forEach((name, policy) -> special.put(name, rules(policy)));
        for (Service service : services.values()) {
            service.rules = special.getOrDefault(service.name, usual);
            service.gate.use(service.rules.policy().queue());
        }
    }

    private ServiceRules rules(ServicePolicy policy) {
        return new ServiceRules(
                policy, patience.of(policy.requestExpiry()), policy.processingLimit().map(processing::of).orElse(null));
    }

    /** How long requests wait. */
    Terms<Request> patience() {
        return patience;
    }

    /** How long workers may hold them. */
    Terms<Holding> processing() {
        return processing;
    }

    int size() {
        return services.size();
    }

    /** All services, in the order in which they came. */
    Collection<Service> oldestFirst() {
        return services.values();
    }

    /** All services, in the order of their names. */
    NavigableMap<ServiceName, Service> ordered() {
        return ordered;
    }

    /** The service of this name; null if it has neither worker nor request. */
    @Nullable Service find(ServiceName name) {
        return services.get(name);
    }

    /** The service that a request names, a new one if need be; null if there is no room for another, or the name is too long. */
    @Nullable Service openFor(Peer client, ServiceName name) {
        Service service = services.get(name);
        if (service == null && services.size() - served < config.maxUnservedServices()
                && client.lanes.size() < config.maxUnservedServicesPerClient()) {
            return create(name);
        }
        return service;
    }

    /** The service that a worker offers, a new one if need be; null if there is no room for another, or the name is too long. */
    @Nullable Service register(ServiceName name) {
        Service service = services.get(name);
        if (service == null || service.workers == 0) {
            if (served >= config.maxServices()) {
                return null;
            }
            service = service == null ? create(name) : service;
            if (service == null) {
                return null;
            }
            served++;
        }
        service.workers++;
        return service;
    }

    /** A worker of this service is no more. */
    void unregister(Service service) {
        service.workers--;
        if (service.workers == 0) {
            served--;
        }
    }

    private @Nullable Service create(ServiceName name) {
        if (name.length() > config.maxServiceName()) {
            return null;
        }
        ServiceRules rules = special.getOrDefault(name, usual);
        Service service = new Service(name, rules, new Gate(rules.policy().queue(), resumptions));
        services.put(name, service);
        ordered.put(name, service);
        return service;
    }

    /** Forgets a service if it is unused. */
    void collect(Service service) {
        if (service.isUnused() && services.remove(service.name, service)) {
            ordered.remove(service.name);
        }
    }
}
