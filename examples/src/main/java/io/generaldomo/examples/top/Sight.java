package io.generaldomo.examples.top;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A look at a broker with what changed since the look before, in the order in which it is shown. Immutable.
 *
 * @param look the later one
 * @param requests that the broker accepted in a second
 * @param replies that it passed on in a second
 * @param services those that have kept a request waiting for longest first, then those that move most
 * @param workers those with the most requests first, then as they came
 */
public record Sight(BrokerLook look, Rate requests, Rate replies, List<ServiceRow> services, List<WorkerLook> workers) {
    private static final Comparator<WorkerLook> BUSY_FIRST = Comparator.comparingLong(WorkerLook::holds).reversed().thenComparingLong(WorkerLook::number);

    /**
     * Compares.
     *
     * @param earlier another look; of no use if it was at another run of the broker
     * @param now a look
     * @return what there is to show
     */
    public static Sight of(Optional<BrokerLook> earlier, BrokerLook now) {
        Optional<BrokerLook> before = earlier.filter(look -> look.instance().equals(now.instance()));
        long nanos = before.map(look -> now.nanos() - look.nanos()).orElse(0L);
        Map<String, ServiceLook> known = before.map(BrokerLook::services).orElse(List.of()).stream()
                .collect(Collectors.toMap(ServiceLook::name, Function.identity(), (one, other) -> other));
        return new Sight(
                now,
                Rate.of(before.map(BrokerLook::accepted).orElse(0L), now.accepted(), nanos),
                Rate.of(before.map(BrokerLook::replied).orElse(0L), now.replied(), nanos),
                now.services().stream().map(service -> row(Optional.ofNullable(known.get(service.name())), service, nanos)).sorted(ServiceRow.ORDER).toList(),
                now.workers().stream().sorted(BUSY_FIRST).toList());
    }

    /** A service that was not there before has come with all that it counts. */
    private static ServiceRow row(Optional<ServiceLook> before, ServiceLook now, long nanos) {
        return new ServiceRow(
                now,
                Rate.of(before.map(ServiceLook::requests).orElse(0L), now.requests(), nanos),
                Rate.of(before.map(ServiceLook::served).orElse(0L), now.served(), nanos));
    }
}
