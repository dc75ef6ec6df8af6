package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import java.util.concurrent.TimeUnit;

/** {@code mmi.service.info}: how the service that the first frame names is doing. */
final class ServiceInfo implements ManagementService {
    private final ServiceTable services;

    ServiceInfo(ServiceTable services) {
        this.services = services;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        Service service = ServiceLookup.find(services, request, 0);
        if (service == null) {
            return Status.NOT_FOUND;
        }
        Request oldest = service.queue.oldest();
        return new Fields()
                .with("workers.idle", service.workers - service.busy)
                .with("workers.busy", service.busy)
                .with("queued", service.gate.requests())
                .with("queued.octets", service.gate.octets())
                .with("oldest.ms", oldest == null ? 0 : TimeUnit.NANOSECONDS.toMillis(nowNanos - oldest.waitingSince))
                .with("served", service.counts.served)
                .with("expired", service.counts.expired)
                .with("redispatched", service.counts.redispatched)
                .with("failed", service.counts.failed)
                .toMessage();
    }
}
