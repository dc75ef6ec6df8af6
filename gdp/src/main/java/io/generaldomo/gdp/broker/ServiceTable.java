package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services by their names: a bounded number, none that is unused. Confined to the broker's event loop. */
final class ServiceTable {
    private final Map<ServiceName, Service> services = new HashMap<>();
    private final BrokerConfig config;
    private final Resumptions resumptions;

    ServiceTable(BrokerConfig config, Resumptions resumptions) {
        this.config = config;
        this.resumptions = resumptions;
    }

    int size() {
        return services.size();
    }

    /** The service of this name; null if it has neither worker nor request. */
    @Nullable Service find(ServiceName name) {
        return services.get(name);
    }

    /** The service of this name, a new one if need be; null if the table is full, or the name too long. The caller makes use of it. */
    @Nullable Service open(ServiceName name) {
        Service service = services.get(name);
        if (service == null && services.size() < config.maxServices() && name.length() <= config.maxServiceName()) {
            service = new Service(name, new Gate(config.serviceQueue(), resumptions));
            services.put(name, service);
        }
        return service;
    }

    /** Forgets a service if it is unused. */
    void collect(Service service) {
        if (service.isUnused()) {
            services.remove(service.name, service);
        }
    }
}
