package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import org.jspecify.annotations.Nullable;

/** {@code mmi.service}: whether the service that the last frame names has a worker, idle or busy (RFC 8/MMI). */
final class ServiceLookup implements ManagementService {
    private final ServiceTable services;

    ServiceLookup(ServiceTable services) {
        this.services = services;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        Service service = find(services, request, request.size() - 1);
        return service != null && service.workers > 0 ? Status.SUCCESS : Status.NOT_FOUND;
    }

    /** The service that a frame names; null if it names none, or is not there. */
    static @Nullable Service find(ServiceTable services, GdpMessage request, int index) {
        ServiceName name = name(request, index);
        return name == null ? null : services.find(name);
    }

    /** A frame as the name of a service; null if it cannot be one, or is not there. */
    static @Nullable ServiceName name(GdpMessage request, int index) {
        if (index < 0 || index >= request.size()) {
            return null;
        }
        byte[] octets = request.frame(index);
        return octets.length == 0 || octets.length > ServiceName.MAX_LENGTH ? null : ServiceName.of(octets);
    }
}
