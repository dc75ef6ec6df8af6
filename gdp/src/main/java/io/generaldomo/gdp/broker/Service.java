package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * A service that has a worker or a request. At no time a waiting request and a worker that could take it. Confined to the broker's event loop.
 */
final class Service {
    final ServiceName name;
    final RequestQueue queue = new RequestQueue(this);
    final Gate gate;
    final ServiceCounts counts = new ServiceCounts();

    /** Workers that hold nothing. The least recently used one is the first. */
    final Chain<Worker> idle = new Chain<>();

    /** Workers that hold some requests and take more. The least recently used one is the first. */
    final Chain<Worker> spare = new Chain<>();

    /** How its requests are treated. Changes with the broker's configuration. */
    ServiceRules rules;

    /** Registered ones, idle or busy. */
    int workers;

    /** Registered ones that hold a request. */
    int busy;

    Service(ServiceName name, ServiceRules rules, Gate gate) {
        this.name = name;
        this.rules = rules;
        this.gate = gate;
    }

    /** Who gets the next request, preferably one that has none yet; null if nobody can take one. */
    @Nullable Worker next() {
        Worker worker = idle.first();
        return worker == null ? spare.first() : worker;
    }

    /** Puts a worker where it belongs: behind those that can take a request as well as it can, or nowhere. */
    void place(Worker worker) {
        if (!worker.hasRoom()) {
            worker.place.unlink();
        } else if (worker.isBusy()) {
            spare.addLast(worker.place);
        } else {
            idle.addLast(worker.place);
        }
    }

    /** Whether nobody would miss it. */
    boolean isUnused() {
        return workers == 0 && queue.isEmpty();
    }
}
