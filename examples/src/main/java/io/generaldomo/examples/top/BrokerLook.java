package io.generaldomo.examples.top;

import java.util.List;

/**
 * A broker as it was when it was asked ({@code gdp.md}, section 8). Immutable.
 *
 * @param nanos when, by a monotonic clock
 * @param version of the broker
 * @param instance of the broker, which another run of it does not have
 * @param state {@code running} or {@code draining}
 * @param uptimeMillis since it was started
 * @param queued requests that wait
 * @param underWay requests that were accepted and have not ended
 * @param accepted requests since the start
 * @param replied requests that were replied to, since the start
 * @param services that have a worker or a request
 * @param workers as they came
 */
public record BrokerLook(
        long nanos, String version, String instance, String state, long uptimeMillis, long queued, long underWay, long accepted, long replied,
        List<ServiceLook> services, List<WorkerLook> workers) {}
