package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;

/** A service that has a worker or a request. At no time an idle worker and a waiting request. Confined to the broker's event loop. */
final class Service {
    final ServiceName name;
    final RequestQueue queue = new RequestQueue(this);
    final Gate gate;

    /** The least recently used one is the first. */
    final Chain<Worker> idle = new Chain<>();

    /** Registered ones, idle or busy. */
    int workers;

    Service(ServiceName name, Gate gate) {
        this.name = name;
        this.gate = gate;
    }

    /** Whether nobody would miss it. */
    boolean isUnused() {
        return workers == 0 && queue.isEmpty();
    }
}
