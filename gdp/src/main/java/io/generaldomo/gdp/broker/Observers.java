package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who observe a broker: the flight recorder, and those of the configuration. Confined to the broker's event loop.
 *
 * <p>Without the latter, what happens costs a comparison and allocates nothing.
 */
final class Observers implements BrokerObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final FlightEvents recorder = new FlightEvents();
    private final List<BrokerObserver> others;
    private final boolean observed;

    Observers(List<BrokerObserver> others) {
        this.others = others;
        this.observed = !others.isEmpty();
    }

    /** Whether anybody wants to be told how the broker is doing. */
    boolean isObserved() {
        return observed;
    }

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        if (observed) {
            tell(other -> other.requestAccepted(request, nowNanos));
        }
    }

    @Override
    public void requestQueued(ObservedRequest request, long nowNanos) {
        recorder.requestQueued(request, nowNanos);
        if (observed) {
            tell(other -> other.requestQueued(request, nowNanos));
        }
    }

    @Override
    public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        recorder.requestDispatched(request, worker, nowNanos);
        if (observed) {
            tell(other -> other.requestDispatched(request, worker, nowNanos));
        }
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        recorder.requestReplied(request, worker, nowNanos);
        if (observed) {
            tell(other -> other.requestReplied(request, worker, nowNanos));
        }
    }

    @Override
    public void requestRedispatched(ObservedRequest request, long nowNanos) {
        tell(other -> other.requestRedispatched(request, nowNanos));
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        tell(other -> other.requestEnded(request, end, nowNanos));
    }

    @Override
    public void requestRefused(ServiceName service, Refusal why, long nowNanos) {
        tell(other -> other.requestRefused(service, why, nowNanos));
    }

    @Override
    public void workerArrived(ObservedWorker worker, long nowNanos) {
        tell(other -> other.workerArrived(worker, nowNanos));
    }

    @Override
    public void workerRefused(ServiceName service, Refusal why, long nowNanos) {
        tell(other -> other.workerRefused(service, why, nowNanos));
    }

    @Override
    public void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {
        tell(other -> other.workerLeft(worker, end, nowNanos));
    }

    @Override
    public void connectionOpened(ObservedConnection connection, long nowNanos) {
        recorder.connectionOpened(connection, nowNanos);
        tell(other -> other.connectionOpened(connection, nowNanos));
    }

    @Override
    public void handshakeFailed(ObservedConnection connection, String cause, long nowNanos) {
        recorder.handshakeFailed(connection, cause, nowNanos);
        tell(other -> other.handshakeFailed(connection, cause, nowNanos));
    }

    @Override
    public void connectionClosed(ObservedConnection connection, long nowNanos) {
        tell(other -> other.connectionClosed(connection, nowNanos));
    }

    @Override
    public void dropped(DropReason reason, long nowNanos) {
        tell(other -> other.dropped(reason, nowNanos));
    }

    @Override
    public void sampled(BrokerSnapshot snapshot) {
        tell(other -> other.sampled(snapshot));
    }

    /** Each is told, whatever the others do, and none of them can hurt the broker. */
    private void tell(Consumer<BrokerObserver> what) {
        for (BrokerObserver other : others) {
            try {
                what.accept(other);
            } catch (RuntimeException | Error e) {
                LOG.error("an observer failed: {}", other.getClass().getName(), e);
            }
        }
    }
}
