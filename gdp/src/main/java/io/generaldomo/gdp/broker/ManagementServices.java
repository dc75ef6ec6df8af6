package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;

/** The services of the broker itself, whose names begin with {@code mmi.} (RFC 8/MMI). Confined to the broker's event loop. */
final class ManagementServices {
    private static final ServiceName SERVICE = ServiceName.of("mmi.service");

    private static final GdpMessage OK = GdpMessage.ofUtf8("200");
    private static final GdpMessage NOT_FOUND = GdpMessage.ofUtf8("404");
    private static final GdpMessage NOT_IMPLEMENTED = GdpMessage.ofUtf8("501");

    private final ServiceTable services;

    ManagementServices(ServiceTable services) {
        this.services = services;
    }

    /** The answer to a request, whose body stays the caller's; the reference of the answer passes to the caller. */
    Body answer(ServiceName name, Body body) {
        return Body.of(name.equals(SERVICE) ? service(body) : NOT_IMPLEMENTED);
    }

    /** {@code mmi.service}: whether the service that the last frame names has a worker, idle or busy. */
    private GdpMessage service(Body body) {
        if (body.size() == 0) {
            return NOT_FOUND;
        }
        byte[] octets = body.bytes(body.size() - 1);
        if (octets.length == 0 || octets.length > ServiceName.MAX_LENGTH) {
            return NOT_FOUND;
        }
        Service service = services.find(ServiceName.of(octets));
        return service != null && service.workers > 0 ? OK : NOT_FOUND;
    }
}
