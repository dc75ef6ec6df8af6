package io.generaldomo.examples.admin;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerObserver;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.ObservedRequest;
import io.generaldomo.gdp.broker.ObservedWorker;
import io.generaldomo.gdp.broker.Refusal;
import io.generaldomo.gdp.broker.RequestEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what happens in a broker to rates and latencies, second by second. Its methods are called on the broker's event loop; {@link #last()} by any thread.
 *
 * <p>Only services that have had a worker are followed one by one, {@value #MOST_SERVICES} at a time: clients cannot make it grow.
 */
final class LiveView implements BrokerObserver {
    private static final int MOST_SERVICES = 500;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final BrokerSnapshot.Service ALL =
            new BrokerSnapshot.Service(ServiceName.of("(all)"), BrokerSnapshot.Load.NONE, 0, 0, 0, 0);

    private final Map<ServiceName, Second> seconds = new HashMap<>();
    private final Second total = new Second();
    private Duration lastUptime = Duration.ZERO;
    private volatile @Nullable LiveSample last;
    private volatile Consumer<LiveSample> listener = sample -> {};

    /** Who is told of each sample from now on, on the broker's event loop. */
    void onSample(Consumer<LiveSample> told) {
        listener = told;
    }

    /** The last whole second; empty in the first one. */
    Optional<LiveSample> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        total.requests++;
        Second second = seconds.get(request.service());
        if (second != null) {
            second.requests++;
        }
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        long nanos = nowNanos - request.acceptedNanos();
        total.replied(nanos);
        Second second = seconds.get(request.service());
        if (second != null) {
            second.replied(nanos);
        }
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        failed(request.service());
    }

    @Override
    public void requestRefused(ServiceName service, Refusal why, long nowNanos) {
        failed(service);
    }

    private void failed(ServiceName service) {
        total.failures++;
        Second second = seconds.get(service);
        if (second != null) {
            second.failures++;
        }
    }

    @Override
    public void workerArrived(ObservedWorker worker, long nowNanos) {
        if (seconds.size() < MOST_SERVICES) {
            seconds.computeIfAbsent(worker.service(), unseen -> new Second());
        }
    }

    @Override
    public void sampled(BrokerSnapshot snapshot) {
        double time = Math.max(1, snapshot.uptime().minus(lastUptime).toNanos()) / NANOS;
        lastUptime = snapshot.uptime();
        Map<ServiceName, Second> gone = new HashMap<>(seconds);
        List<ServiceLine> lines = new ArrayList<>();
        Second nothing = new Second();
        for (BrokerSnapshot.Service service : snapshot.services()) {
            Second second = gone.remove(service.name());
            lines.add(line(service, second == null ? nothing : second, time));
        }
        seconds.keySet().removeAll(gone.keySet());
        LiveSample sample = new LiveSample(snapshot, List.copyOf(lines), line(ALL, total, time));
        seconds.values().forEach(Second::clear);
        total.clear();
        last = sample;
        listener.accept(sample);
    }

    private static ServiceLine line(BrokerSnapshot.Service service, Second second, double time) {
        return new ServiceLine(
                service, second.requests / time, second.replies / time, second.failures / time, second.percentile(50), second.percentile(99));
    }
}
