package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import java.util.Map;

/**
 * The services of the broker itself, whose names begin with {@code mmi.} (RFC 8/MMI, gdp.md section 8). Confined to the broker's event loop.
 *
 * <p>No answer costs more than a page of what it lists, however much there is.
 */
final class ManagementServices {
    /** Octets of a request that are looked at: more than any of these services asks for. */
    private static final int MOST_OCTETS = 4096;

    private final Map<ServiceName, ManagementService> byName;

    ManagementServices(Map<ServiceName, ManagementService> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The answer to a request, whose body stays the caller's; the reference of the answer passes to the caller. */
    Body answer(ServiceName name, Body body, long nowNanos) {
        ManagementService service = byName.get(name);
        if (service == null) {
            return Body.of(Status.NOT_IMPLEMENTED);
        }
        if (body.octets() > MOST_OCTETS) {
            return Body.of(Status.BAD_REQUEST);
        }
        return Body.of(service.answer(body.toGdpMessage(), nowNanos));
    }
}
