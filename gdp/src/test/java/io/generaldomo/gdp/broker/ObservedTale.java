package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an observer is told of a core: must make sense, and agree with the core's own counts. */
final class ObservedTale implements BrokerObserver {
    private enum State {
        ACCEPTED,
        QUEUED,
        DISPATCHED,
        REDISPATCHED
    }

    private final Map<Long, State> requests = new HashMap<>();
    private final Set<Long> workers = new HashSet<>();
    private final Map<RequestEnd, Long> ends = new EnumMap<>(RequestEnd.class);
    private final Map<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
    private final Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    private long lastRequest;
    private long replied;
    private long redispatched;
    private @Nullable String nonsense;

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        lastRequest++;
        check(request.number() == lastRequest && request.acceptedNanos() == nowNanos, "a request is not the next one");
        requests.put(request.number(), State.ACCEPTED);
    }

    @Override
    public void requestQueued(ObservedRequest request, long nowNanos) {
        follow(request, State.QUEUED, State.ACCEPTED, State.REDISPATCHED);
    }

    @Override
    public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        check(workers.contains(worker.number()), "a request is dispatched to a worker that is not there");
        check(request.dispatchedNanos() == nowNanos && request.tries() > 0, "a dispatch does not count");
        follow(request, State.DISPATCHED, State.ACCEPTED, State.QUEUED, State.REDISPATCHED);
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        check(requests.remove(request.number()) == State.DISPATCHED, "a request is replied to that is at no worker");
        replied++;
    }

    @Override
    public void requestRedispatched(ObservedRequest request, long nowNanos) {
        follow(request, State.REDISPATCHED, State.DISPATCHED);
        redispatched++;
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        check(requests.remove(request.number()) != null, "a request ends that is not there");
        ends.merge(end, 1L, Long::sum);
    }

    @Override
    public void requestRefused(ServiceName service, Refusal why, long nowNanos) {
        refusals.merge(why, 1L, Long::sum);
    }

    @Override
    public void workerArrived(ObservedWorker worker, long nowNanos) {
        check(workers.add(worker.number()), "a worker arrives twice");
    }

    @Override
    public void workerRefused(ServiceName service, Refusal why, long nowNanos) {
        refusals.merge(why, 1L, Long::sum);
    }

    @Override
    public void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {
        check(workers.remove(worker.number()), "a worker leaves that is not there");
    }

    @Override
    public void dropped(DropReason reason, long nowNanos) {
        drops.merge(reason, 1L, Long::sum);
    }

    /** What does not make sense, or is not what the core counted; null if all is well. */
    @Nullable String complaint(BrokerCore core) {
        for (RequestEnd end : RequestEnd.values()) {
            agree(core, Count.valueOf(end.name()), ends.getOrDefault(end, 0L));
        }
        agree(core, Count.ACCEPTED, lastRequest);
        agree(core, Count.REPLIED, replied);
        agree(core, Count.REDISPATCHED, redispatched);
        agree(core, Count.DENIED, refusals.getOrDefault(Refusal.DENIED, 0L));
        agree(core, Count.FILTERED, refusals.getOrDefault(Refusal.FILTERED, 0L));
        agree(core, Count.REFUSED, refusals.entrySet().stream()
                .filter(entry -> entry.getKey() != Refusal.DENIED && entry.getKey() != Refusal.FILTERED)
                .mapToLong(Map.Entry::getValue)
                .sum());
        agree(core, Count.LATE, drops.getOrDefault(DropReason.LATE, 0L));
        agree(core, Count.UNAUTHORISED, drops.getOrDefault(DropReason.UNAUTHORISED, 0L));
        agree(core, Count.VIOLATIONS, drops.getOrDefault(DropReason.VIOLATION, 0L));
        return nonsense;
    }

    private void follow(ObservedRequest request, State next, State... after) {
        State before = requests.put(request.number(), next);
        check(before != null && Set.of(after).contains(before), next + " after " + before);
    }

    private void agree(BrokerCore core, Count count, long told) {
        check(core.counters().get(count) == told, count + ": " + core.counters().get(count) + " counted, " + told + " told");
    }

    private void check(boolean sense, String otherwise) {
        if (!sense && nonsense == null) {
            nonsense = otherwise;
        }
    }
}
