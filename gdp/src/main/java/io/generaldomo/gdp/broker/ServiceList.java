package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code mmi.services}: the names of the services that have a worker or a request, a page of them, in order. The first frame of the request, if not
 * empty, is the name after which the page begins.
 */
final class ServiceList implements ManagementService {
    /** Names on a page. With the status in front they fit into every body. */
    static final int PAGE = 900;

    private static final byte[] NO_MORE = {};

    private final ServiceTable services;

    ServiceList(ServiceTable services) {
        this.services = services;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        ServiceName after = ServiceLookup.name(request, 0);
        SortedMap<ServiceName, Service> rest =
                after == null ? services.ordered() : services.ordered().tailMap(after, false);
        List<byte[]> frames = new ArrayList<>();
        frames.add(Status.OK.getBytes(US_ASCII));
        frames.add(NO_MORE);
        byte[] last = NO_MORE;
        for (ServiceName name : rest.keySet()) {
            if (frames.size() == PAGE + 2) {
                frames.set(1, last);
                break;
            }
            last = name.octets();
            frames.add(last);
        }
        return GdpMessage.wrap(frames.toArray(byte[][]::new));
    }
}
