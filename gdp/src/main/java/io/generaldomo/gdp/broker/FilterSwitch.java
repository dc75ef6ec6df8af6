package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code mmi.filter}: {@code enable} or {@code disable}, a service, and the first frame of the requests to it that are let through or not (libmdp).
 * Anybody who may request it can switch it, therefore it is logged.
 */
final class FilterSwitch implements ManagementService {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final Filters filters;

    FilterSwitch(Filters filters) {
        this.filters = filters;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        if (!filters.isOffered()) {
            return Status.NOT_IMPLEMENTED;
        }
        ServiceName service = ServiceLookup.name(request, 1);
        if (request.size() != 3 || service == null || service.isInternal() || request.frame(2).length > Filters.MAX_LENGTH) {
            return Status.BAD_REQUEST;
        }
        switch (request.utf8(0)) {
            case "enable" -> filters.enable(service, request.frame(2));
            case "disable" -> {
                if (!filters.disable(service, request.frame(2))) {
                    return Status.BAD_REQUEST;
                }
            }
            default -> {
                return Status.BAD_REQUEST;
            }
        }
        LOG.atInfo().addKeyValue("service", service).log("filters of {} changed, {} in all", service, filters.size());
        return Status.SUCCESS;
    }
}
